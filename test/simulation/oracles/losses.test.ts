import { describe, expect, test } from '@jest/globals';
import { blankSheet } from '../../../local/sheets-api/model/sheets/sheets.ts';
import type { StoredDocument } from '../../../functions/use-cases/ports/store.ts';
import type { SheetView } from '../world/view.ts';
import { checkLosses } from './losses.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const [LONG_AGO, JUST_NOW] = ['2026-11-20T09:00:00Z', '2026-11-23T08:50:00Z'];

type Loss = 'row' | 'cell';

/** A change of the history that takes a row away, or the only cell of one. */
function loss(rowId: string, lost: Loss) {
  const cells = { doneOn: [46_300, null] };
  return { worksheet: 'executions', rowId, kind: lost === 'row' ? 'delete' : 'update', cells };
}

function revision(number: number, changes: readonly object[], at: string): StoredDocument {
  return {
    key: `w/1/history/${number}`,
    version: '1',
    data: { revision: number, at, changes },
  } as StoredDocument;
}

/** Where nothing stands in the column any more. */
const EMPTY: SheetView = {
  key: 'executions',
  sheet: blankSheet({ sheetId: 1, title: 'Исполнение', gridProperties: { rowCount: 9, columnCount: 1 } }),
  headerRow: 0,
  columns: [{ index: 0, header: 'Дата исполнения', key: 'doneOn', owner: 'staff' }],
  rows: [],
};

/** What is found where these rows lose something at once: some were known for days, some were born minutes ago. */
function judge(lost: Loss, { settled, fresh }: { settled: number; fresh: number }, isConfirmed = false) {
  const names = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);
  const born = (rows: readonly string[]) =>
    rows.map((rowId) => ({ worksheet: 'executions', rowId, kind: 'create', cells: {} }));
  const rows = { old: names('old', settled), new: names('new', fresh) };
  const [first, second] = [revision(1, born(rows.old), LONG_AGO), revision(2, born(rows.new), JUST_NOW)];
  const changes = [...rows.old, ...rows.new].map((rowId) => loss(rowId, lost));
  const { key, data } = revision(3, changes, JUST_NOW);
  return checkLosses({
    writes: [{ kind: 'put', key, data }],
    documents: new Map([first, second].map((each) => [each.key, each])),
    isConfirmed,
    readAt: NOW,
    seen: () => EMPTY,
  })?.what;
}

describe.each<Loss>(['row', 'cell'])('losses that wait for a word: %s', (lost) => {
  const told = { row: 'executions: 4 rows deleted unasked', cell: 'executions: «doneOn» emptied unasked' }[
    lost
  ];

  test.each([
    ['as many as a hand takes', { settled: 3, fresh: 0 }, undefined],
    ['one more', { settled: 4, fresh: 0 }, told],
    ['one more that was born minutes ago', { settled: 3, fresh: 1 }, undefined],
    ['many that were all born minutes ago', { settled: 0, fresh: 9 }, undefined],
    ['too many besides those born minutes ago', { settled: 4, fresh: 2 }, told],
  ])('%s', (_, rows, what) => {
    expect(judge(lost, rows)).toBe(what);
    expect(judge(lost, rows, true)).toBeUndefined();
  });
});
