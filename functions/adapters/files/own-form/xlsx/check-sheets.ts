import { parseTags, type FormMistake } from '../../../../domain/report/own-form/tags.ts';
import { cellsOf, rowsOf, textInCell, type FormBook, type FormSheet } from './open-sheets.ts';
import { findBlocks } from './row-blocks.ts';
import { allNamed, childNamed, textInside } from './xml-tree.ts';

/** What a sheet has that cannot be filled, beyond its tags. */
export function checkSheets({ sheets, strings }: FormBook): readonly FormMistake[] {
  const moving = sheets.filter(({ tree }) => findBlocks(tree, strings).size > 0);
  return sheets.flatMap((sheet) => [
    ...tagsInFormulas(sheet, strings),
    ...tagInTitle(sheet),
    ...formulasOf(sheet, moving),
    ...(moving.includes(sheet) ? [...tablesOf(sheet), ...crossingMerges(sheet, strings)] : []),
  ]);
}

function placeOf({ title }: FormSheet, reference: string): string {
  return `лист «${title}», ячейка ${reference}`;
}

function* formulaCells({ tree }: FormSheet) {
  for (const row of rowsOf(tree)) {
    for (const cell of cellsOf(row)) {
      const formula = childNamed(cell, 'f');
      if (formula) yield { reference: cell.attributes['r'] ?? '', text: textInside(formula), cell };
    }
  }
}

function tagsInFormulas(sheet: FormSheet, strings: readonly string[]): readonly FormMistake[] {
  return [...formulaCells(sheet)]
    .filter(({ text, cell }) => text.includes('{{') || textInCell(cell, strings).includes('{{'))
    .map(({ reference, text }) => ({
      place: placeOf(sheet, reference),
      excerpt: `=${text}`,
      what: 'поле стоит в формуле: впишите его в ячейку само по себе',
    }));
}

function tagInTitle(sheet: FormSheet): readonly FormMistake[] {
  if (parseTags({ place: '', path: [], text: sheet.title }).tags.length === 0) return [];
  const what = 'поле стоит в имени листа: имена листов не заполняются';
  return [{ place: `лист «${sheet.title}»`, excerpt: sheet.title, what }];
}

/** Rows below a repeat move, and what formulas refer to would not. */
function formulasOf(sheet: FormSheet, moving: readonly FormSheet[]): readonly FormMistake[] {
  const isMoved = ({ text }: { readonly text: string }) =>
    moving.includes(sheet) || moving.some(({ title }) => text.includes(title));
  return [...formulaCells(sheet)].filter(isMoved).map(({ reference, text }) => ({
    place: placeOf(sheet, reference),
    excerpt: `=${text}`,
    what: 'формула смотрит на лист с повтором строк, а строки там сдвинутся: возьмите готовое поле, например {{исполнений_всего}}',
  }));
}

function tablesOf(sheet: FormSheet): readonly FormMistake[] {
  if (!childNamed(sheet.tree, 'tableParts')) return [];
  const what =
    'на листе с повтором строк не может быть «умной таблицы»: «Конструктор таблиц» → «Преобразовать в диапазон»';
  return [{ place: `лист «${sheet.title}»`, excerpt: '', what }];
}

function crossingMerges(sheet: FormSheet, strings: readonly string[]): readonly FormMistake[] {
  const blocks = [...findBlocks(sheet.tree, strings).values()].flat();
  return [...allNamed(sheet.tree, 'mergeCell')].flatMap(({ attributes: { ref = '' } }) => {
    const [from = 0, to = from] = [...ref.matchAll(/\d+/gu)].map(Number);
    const isCrossing = blocks.some(
      ({ first, last }) => from <= last && to >= first && (from < first || to > last),
    );
    if (!isCrossing) return [];
    const what = 'объединение ячеек выходит за строки повтора: объединяйте внутри них или вне их';
    return [{ place: placeOf(sheet, ref), excerpt: '', what }];
  });
}
