import { listNames } from '../../../domain/text/russian.ts';
import { cutAt } from '../../../domain/text/shorten.ts';
import { columnLetters } from '../../layout/columns.ts';
import type { ForeignTable, LeftOut } from '../../layout/layout.ts';
import { capitalise, titleOfTable } from './foreign-table.ts';

const WHAT: Readonly<Record<LeftOut['why'], (places: string) => string>> = {
  struck_out: (places) => `зачёркнутое не взято: ${places}`,
  too_far_right: (places) => `столбцы так далеко справа не читаются, там осталось: ${places}`,
  open_quote: (places) =>
    `кавычки не закрыты, строка взята как есть, с кавычками: ${places}. Проверьте, верно ли она поделена на столбцы`,
  unreadable_signs: (places) =>
    `часть знаков не прочиталась (стоит «\ufffd»): ${places}. Сохраните файл в кодировке UTF-8 и повторите`,
};
const KINDS = Object.keys(WHAT) as readonly LeftOut['why'][];

/** What the file shows in the table and what was not taken as it stands: a Russian sentence a kind. */
export function describeLeftOut(table: ForeignTable): readonly string[] {
  return KINDS.flatMap((why) => {
    const found = (table.leftOut ?? []).filter((part) => part.why === why);
    if (found.length === 0) return [];
    const places = listNames(found.map((part) => `${placeOf(table, part)} («${shortenText(part.text)}»)`));
    return [`${aboutTable(table, WHAT[why](places))}.`];
  });
}

/** `Лист «План»: …`, or the sentence alone where the file is one table. */
export function aboutTable(table: ForeignTable, sentence: string): string {
  const title = titleOfTable(table);
  return capitalise(title === '' ? sentence : `${title}: ${sentence}`);
}

/** `C5`, `строка 5`. */
export function placeOf(table: ForeignTable, { row, column }: { row: number; column?: number }): string {
  const isLettered = table.columnNames !== undefined && column !== undefined;
  return isLettered ? `${columnLetters(column)}${row + 1}` : `строка ${row + 1}`;
}

const SHOWN = 60;

export function shortenText(text: string): string {
  return cutAt(text.replaceAll(/\s+/gu, ' ').trim(), SHOWN);
}
