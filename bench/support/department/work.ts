import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Random } from '../../../test/simulation/random.ts';
import type { PageBook, PageSheet } from '../../../local/page/wire/book.ts';
import { shownText } from '../../../local/page/wire/shown-text.ts';
import type { Window } from './window.ts';

/** What a person of the department has done, and what of it was not found again. */
export interface Done {
  edits: number;
  sorts: number;
  reports: number;
  readonly verdicts: { readonly startedAt: number; readonly ms: number }[];
  /** What was typed last, by the key of its row. */
  readonly typed: Map<string, string>;
}

export interface Person {
  readonly window: Window;
  readonly name: string;
  /** The key of the row that nobody else types into. */
  readonly row: string;
  readonly done: Done;
}

const TITLE = WORKSHEETS.executions.title;
const at = (key: string) => WORKSHEETS.executions.columns.findIndex((column) => column.key === key);
const [NOTE, DONE_ON, CHECK] = [at('note'), at('doneOn'), at('check')];
const NO_SUCH_DAY = '31.09.2026';
const PATIENCE_MS = 60_000;

export function executionsOf(book: PageBook): PageSheet {
  const sheet = book.sheets.find(({ frame }) => frame.title === TITLE);
  if (!sheet) throw new Error(`the sheet ${TITLE} is not there`);
  return sheet;
}

/** Keys of the rows that people have filled, below the titles. */
export function filledRows({ frame, rows }: PageSheet): readonly string[] {
  const last = rows.findLastIndex((row) => shownText(row?.[0]) !== '');
  return frame.rowKeys.slice(1, last + 1);
}

function textAt(book: PageBook, row: string, column: number): string {
  const { frame, rows } = executionsOf(book);
  return shownText(rows[frame.rowKeys.indexOf(row)]?.[column]);
}

/** The note of the row, as the book shows it. */
export const noteOf = (book: PageBook, row: string): string => textAt(book, row, NOTE);

/** A note and a day into the own row, wrong and right by turns, and the wait for the verdict beside it. */
export async function type({ window, name, row, done }: Person): Promise<void> {
  const { frame } = executionsOf(window.book());
  const isWrong = done.edits % 2 === 0;
  const text = `${name}, запись ${done.edits + 1}`;
  const key = (column: number) => frame.columnKeys[column] ?? '';
  const cells: [string, string, { text: string }][] = [
    [row, key(NOTE), { text }],
    [row, key(DONE_ON), { text: isWrong ? NO_SUCH_DAY : '30.09.2026' }],
  ];
  const verdict = window.until(
    (book) => noteOf(book, row) === text && textAt(book, row, CHECK).includes(NO_SUCH_DAY) === isWrong,
    PATIENCE_MS,
  );
  window.queue.add([{ kind: 'cells', sheetId: frame.sheetId, cells }]);
  done.edits += 1;
  done.typed.set(row, text);
  const startedAt = performance.now();
  done.verdicts.push({ startedAt, ms: await verdict });
}

/** The whole sheet sorted, as by a menu of the page: rows change places with all that belongs to them. */
export async function sort({ window, done }: Person, random: Random): Promise<void> {
  const sheet = executionsOf(window.book());
  const rows = filledRows(sheet);
  const turn = 1 + random.below(rows.length - 1);
  const from = [...rows.slice(turn), ...rows.slice(0, turn)];
  const { sheetId, columnKeys: columns } = sheet.frame;
  window.queue.add([
    { kind: 'reorder', sheetId, rows: [...rows], from, columns: [...columns], isWhole: true },
  ]);
  done.sorts += 1;
  await window.queue.drain();
}

/** The first command of the menu, its questions answered with yes. */
export async function report({ window, done }: Person): Promise<void> {
  await window.post('menu', { menu: 'ШНОР', item: 'Сформировать отчёт' });
  done.reports += 1;
}
