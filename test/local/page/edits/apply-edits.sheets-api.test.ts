import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createApplier, type EditApplier } from '../../../../local/page/edits/apply-edits.ts';
import { openLiveBook, type LiveBook } from '../../../../local/page/live-book.ts';
import {
  openSheetsClient,
  SheetsBusyError,
  type SheetsClient,
} from '../../../../local/page/sheets-client.ts';
import { openPageStorage, type PageStorage } from '../../../../local/page/storage.ts';
import type { Step } from '../../../../local/page/wire/edits.ts';
import { startSheetsApi, type SheetsApi } from '../../../../local/sheets-api/server.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const CLIENT = 'client000001';
const BY = 'coordinator@shnor.local';
const SHEET = 7;
const PROTECTED = 'ШНОР: Столбец заполняет система.';

let folder: ReturnType<typeof makeTempFolder>;
let api: SheetsApi;
let storage: PageStorage;
let book: LiveBook;
let client: SheetsClient;
let applier: EditApplier;
let id: string;

/** All that a start of the program opens; `faulty` stands between the page and the spreadsheet. */
function open(faulty: (client: SheetsClient) => SheetsClient = (same) => same): void {
  const read = () => api.read(id);
  storage = openPageStorage(`${folder.path}/page.sqlite`);
  book = openLiveBook({ spreadsheetId: id, read, storage });
  client = faulty(openSheetsClient(api, id));
  applier = createApplier({ book, client, storage, read, owner: BY });
}

beforeEach(async () => {
  folder = makeTempFolder();
  api = await startSheetsApi({ dataDir: folder.path, port: 0 });
  const grid = { rowCount: 6, columnCount: 4, frozenRowCount: 1 };
  const created = await fetch(`${api.url}/v4/spreadsheets`, {
    method: 'POST',
    body: JSON.stringify({
      properties: { title: 'К', locale: 'ru_RU' },
      sheets: [{ properties: { sheetId: SHEET, title: 'Л', gridProperties: grid } }],
    }),
  });
  id = ((await created.json()) as { spreadsheetId: string }).spreadsheetId;
  const range = { sheetId: SHEET, startColumnIndex: 0, endColumnIndex: 1 };
  open();
  await client.batchUpdate(BY, [
    { addProtectedRange: { protectedRange: { range, description: PROTECTED, warningOnly: true } } },
  ]);
  await client.typeValues(BY, [
    {
      range: 'Л!A1',
      values: [
        ['ID', 'Имя', 'Дата'],
        ['x1', 'раз'],
        ['x2', 'два'],
        ['x3', 'три'],
      ],
    },
  ]);
});
afterEach(async () => {
  storage.close();
  await api.close();
  folder.remove();
});

function frame() {
  const found = book.refresh().shown.sheets[0]?.frame;
  if (!found) throw new Error('no sheet');
  return found;
}

/** The keys of a place that stands in the row and column now, both from 1. */
function place(row: number, column: number): [string, string] {
  return [frame().rowKeys[row - 1] ?? '', frame().columnKeys[column - 1] ?? ''];
}

function send(number: number, ...steps: Step[]) {
  return applier.apply({ client: CLIENT, edits: [{ number, steps }] }, BY);
}

function shown(): string[][] {
  const rows = book.refresh().shown.sheets[0]?.rows ?? [];
  return rows.slice(1, 6).map((row) => (row ?? []).map((cell) => cell?.t ?? String(cell?.v ?? '')));
}

function type(text: string, at: readonly [string, string]): Step {
  return { kind: 'cells', sheetId: SHEET, cells: [[at[0], at[1], { text }]] };
}

describe('an edit', () => {
  test('is read as Google reads what is typed in Russian', async () => {
    await send(1, type('5.9.2026', place(2, 3)), type('1,5', place(2, 4)));
    expect(book.refresh().shown.sheets[0]?.rows[1]?.map((cell) => cell?.v)).toEqual([
      'x1',
      'раз',
      46270,
      1.5,
    ]);
  });

  test('finds its row although others have put rows above it meanwhile', async () => {
    const at = place(3, 2);
    const [before] = place(2, 1);
    await applier.apply(
      {
        client: 'client000002',
        edits: [
          {
            number: 1,
            steps: [{ kind: 'insert', sheetId: SHEET, axis: 'rows', keys: ['n1', 'n2'], before }],
          },
        ],
      },
      BY,
    );
    await send(1, type('второй', at));
    expect(shown().map(([, name]) => name ?? '')).toEqual(['', '', 'раз', 'второй', 'три']);
  });

  test('into a row that somebody has deleted says what was not written', async () => {
    const at = place(3, 2);
    await send(1, { kind: 'delete', sheetId: SHEET, axis: 'rows', keys: [at[0]] });
    const { outcomes } = await send(2, type('потерянное', at));
    expect(outcomes).toEqual([
      {
        number: 2,
        status: 'done',
        message: 'Строку тем временем удалили; набранное туда не записано: «потерянное».',
      },
    ]);
  });

  test('into the system’s cells is refused; with others’ it is applied to those', async () => {
    const refused = await send(1, type('мой', place(2, 1)));
    expect(refused.outcomes).toEqual([
      {
        number: 1,
        status: 'refused',
        message: 'Столбец «ID» заполняет система. Исправьте белые ячейки строки — серые обновятся сами.',
      },
    ]);
    const mixed = await send(2, type('мой', place(2, 1)), type('новое', place(2, 2)));
    expect(mixed.outcomes[0]?.status).toBe('refused');
    const [row] = place(2, 1);
    const cells = [1, 2].map((column) => [row, place(2, column)[1], { text: 'новое' }] as const);
    const block: Step = { kind: 'cells', sheetId: SHEET, cells: cells.map(([a, b, c]) => [a, b, c]) };
    const { outcomes } = await send(3, block);
    expect(outcomes[0]?.message).toMatch(/серые столбцы не изменены.*«ID»/u);
    expect(shown()[0]?.slice(0, 2)).toEqual(['x1', 'новое']);
  });

  test('that undoes a deletion brings the row back whole', async () => {
    const [gone] = place(3, 1);
    const [before] = place(4, 1);
    await send(1, { kind: 'delete', sheetId: SHEET, axis: 'rows', keys: [gone] });
    const [a, b] = [place(2, 1)[1], place(2, 2)[1]];
    await send(
      2,
      { kind: 'insert', sheetId: SHEET, axis: 'rows', keys: ['back'], before },
      {
        kind: 'cells',
        sheetId: SHEET,
        cells: [
          ['back', a, { value: 'x2' }],
          ['back', b, { value: 'два' }],
        ],
      },
    );
    const rows = shown().map((row) => row.slice(0, 2));
    expect(rows.slice(0, 3)).toEqual([
      ['x1', 'раз'],
      ['x2', 'два'],
      ['x3', 'три'],
    ]);
  });

  test('that sorts takes whole rows with it, and their keys', async () => {
    const keys = [2, 3, 4].map((row) => place(row, 1)[0]);
    const columns = [...frame().columnKeys];
    await send(1, {
      kind: 'reorder',
      sheetId: SHEET,
      rows: keys,
      from: keys.toReversed(),
      columns,
      isWhole: true,
    });
    expect(shown().slice(0, 3)).toEqual([
      ['x3', 'три'],
      ['x2', 'два'],
      ['x1', 'раз'],
    ]);
    expect(frame().rowKeys.slice(1, 4)).toEqual(keys.toReversed());
  });
});

describe('once is once', () => {
  test('an edit that comes again is not applied again', async () => {
    const step: Step = { kind: 'insert', sheetId: SHEET, axis: 'rows', keys: ['n1'], before: place(2, 1)[0] };
    const first = await send(1, step);
    const again = await send(1, step);
    expect(again.outcomes).toEqual(first.outcomes);
    expect(frame().rowKeys).toHaveLength(7);
  });

  test('nor after the answer was lost and the program started anew', async () => {
    const step: Step = { kind: 'insert', sheetId: SHEET, axis: 'rows', keys: ['n1'], before: place(3, 1)[0] };
    storage.close();
    open((real) => ({
      ...real,
      batchUpdate: async (by, requests) => {
        await real.batchUpdate(by, requests);
        throw new SheetsBusyError('the answer was lost');
      },
    }));
    await expect(send(1, step)).rejects.toThrow(SheetsBusyError);
    storage.close();
    open();
    await applier.recover();
    expect(frame().rowKeys.indexOf('n1')).toBe(2);
    expect((await send(1, step)).outcomes).toEqual([{ number: 1, status: 'done' }]);
    expect(frame().rowKeys).toHaveLength(7);
  });

  test('an edit that never reached the spreadsheet is applied when it comes again', async () => {
    const step: Step = { kind: 'insert', sheetId: SHEET, axis: 'rows', keys: ['n1'], before: place(3, 1)[0] };
    storage.close();
    open((real) => ({ ...real, batchUpdate: () => Promise.reject(new SheetsBusyError('no answer')) }));
    await expect(send(1, step)).rejects.toThrow(SheetsBusyError);
    storage.close();
    open();
    await send(1, step);
    expect(frame().rowKeys.indexOf('n1')).toBe(2);
  });
});
