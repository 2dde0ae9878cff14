import { countOf, listNames, NOUNS } from '../../domain/text/russian.ts';
import { columnTitle, nameRow, showCell } from '../../workbook/table/show-cell.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import type { BookChange, BookPlan } from './plan-book.ts';

/** Russian, a sentence a line: where the file and the sheet differ, and what is left as it is. */
export function describeComparison({ changes, lacking, remarks }: BookPlan): readonly string[] {
  return [
    ...(changes.length === 0
      ? ['Файл и книга совпадают: переносить нечего.']
      : [
          `Отличий: ${changes.length}. Слева — как в книге, справа — как в файле.`,
          ...changes.map(describeChange),
        ]),
    ...[...Map.groupBy(lacking, ({ worksheet }) => worksheet)].map(([worksheet, those]) => {
      const names = those.map(({ row }) => `${row.rowIndex + 1} «${nameRow(worksheet, row.staff)}»`);
      const count = countOf(those.length, NOUNS.row);
      return `Есть в книге, нет в файле: лист «${WORKSHEETS[worksheet].title}», ${count} — ${listNames(names)}. Они остаются.`;
    }),
    ...remarks,
  ];
}

function describeChange(change: BookChange, index: number): string {
  if (change.kind === 'row') {
    const { addition, fileRow } = change;
    const { title } = WORKSHEETS[addition.worksheet];
    return `${index + 1}. «${title}»: новая строка (в файле ${fileRow}) «${nameRow(addition.worksheet, addition.cells)}»`;
  }
  const { worksheet, row, column, now, text } = change;
  const place = `«${WORKSHEETS[worksheet].title}», строка ${row.rowIndex + 1} (${nameRow(worksheet, row.staff)})`;
  return `${index + 1}. ${place}: «${columnTitle(worksheet, column)}»: ${quoted(now.shown?.text ?? showCell(worksheet, column, now.value))} → ${quoted(text.trim())}`;
}

const quoted = (text: string): string => (text === '' ? 'пусто' : `«${text}»`);

export function describeTaken(taken: readonly BookChange[]): string {
  const rows = taken.filter(({ kind }) => kind === 'row').length;
  const cells = taken.length - rows;
  return `Взято из файла: ${countOf(cells, NOUNS.cell)}, новых строк — ${rows}. Каждая правка — в истории; вернуть прежнее: «npm run -s shnor -- restore».`;
}
