import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import { runMonitoring } from '../../../functions/use-cases/monitor/run-monitoring.ts';
import { provisionWorkbook } from '../../../functions/use-cases/provision/provision-workbook.ts';
import { publishReport } from '../../../functions/use-cases/report/publish-report.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync/reconcile.ts';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../support/office.ts';
import { longTest } from '../../support/long.ts';

const RUNS = ['sync', 'monitor', 'provision', 'report'] as const;
const GREEN = { red: 0.2, green: 0.8, blue: 0.2 };
const PLAYED = 10;

/** A sheet and the places on it at which a person does something. */
interface Place {
  readonly sheet: StaffWorksheetKey;
  readonly row: number;
  /** Of those that staff own, or one of people's own behind all. */
  readonly column: number;
}

interface Touch {
  readonly what: keyof typeof TOUCHES;
  readonly place: Place;
}

type Asked = Place & { readonly sheetId: number };

const cellOf = ({ sheetId, row, column }: Asked) => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});
const linesOf = ({ sheetId, row, column }: Asked, dimension: 'ROWS' | 'COLUMNS') => {
  const startIndex = dimension === 'ROWS' ? row : column;
  return { sheetId, dimension, startIndex, endIndex: startIndex + 1 };
};
const repeat = (place: Asked, cell: object, fields: string) => ({
  repeatCell: { range: cellOf(place), cell, fields },
});
const properties = (place: Asked, dimension: 'ROWS' | 'COLUMNS', change: object) => ({
  updateDimensionProperties: {
    range: linesOf(place, dimension),
    properties: change,
    fields: Object.keys(change).join(','),
  },
});
const ofSheet = ({ sheetId }: Asked, change: object, fields: string) => ({
  updateSheetProperties: { properties: { sheetId, ...change }, fields },
});

/** What people make of a sheet that is none of the functions' business. */
const TOUCHES = {
  'a note': (at: Asked) => repeat(at, { note: 'спросить' }, 'note'),
  'a note on the header': (at: Asked) => repeat({ ...at, row: 0 }, { note: 'наше правило' }, 'note'),
  'a colour': (at: Asked) =>
    repeat(at, { userEnteredFormat: { backgroundColor: GREEN } }, 'userEnteredFormat.backgroundColor'),
  'a colour of the header': (at: Asked) =>
    repeat(
      { ...at, row: 0 },
      { userEnteredFormat: { backgroundColor: GREEN } },
      'userEnteredFormat.backgroundColor',
    ),
  'bold letters': (at: Asked) =>
    repeat(at, { userEnteredFormat: { textFormat: { bold: true } } }, 'userEnteredFormat.textFormat.bold'),
  'a hidden row': (at: Asked) => properties(at, 'ROWS', { hiddenByUser: true }),
  'a hidden column': (at: Asked) => properties(at, 'COLUMNS', { hiddenByUser: true }),
  'a width': (at: Asked) => properties(at, 'COLUMNS', { pixelSize: 77 }),
  'a height': (at: Asked) => properties(at, 'ROWS', { pixelSize: 91 }),
  'grouped rows': (at: Asked) => ({ addDimensionGroup: { range: linesOf(at, 'ROWS') } }),
  'grouped columns': (at: Asked) => ({ addDimensionGroup: { range: linesOf(at, 'COLUMNS') } }),
  'a filter': ({ sheetId, column }: Asked) => ({
    setBasicFilter: {
      filter: {
        range: { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 6 },
        filterSpecs: [{ columnIndex: Math.min(column, 5), filterCriteria: { hiddenValues: ['нет'] } }],
      },
    },
  }),
  'a rule of colours': (at: Asked) => ({
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [cellOf(at)],
        booleanRule: {
          condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'срочно' }] },
          format: { backgroundColor: GREEN },
        },
      },
    },
  }),
  'a protection': (at: Asked) => ({
    addProtectedRange: { protectedRange: { range: cellOf(at), description: 'наше', warningOnly: true } },
  }),
  'what is frozen': (at: Asked) =>
    ofSheet(
      at,
      { gridProperties: { frozenRowCount: 2, frozenColumnCount: 1 } },
      'gridProperties(frozenRowCount,frozenColumnCount)',
    ),
  'a colour of the tab': (at: Asked) => ofSheet(at, { tabColor: GREEN }, 'tabColor'),
  'a place of the tab': (at: Asked) => ofSheet(at, { index: 0 }, 'index'),
  'a name of the tab': (at: Asked) => ofSheet(at, { title: `Наш лист ${at.sheet}` }, 'title'),
  'a column of their own': ({ sheetId, sheet }: Asked) => ({
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: WORKSHEETS[sheet].columns.length + 1 },
      rows: ['Наше', '=1+1', 'да'].map((text) => ({
        values: [
          {
            userEnteredValue: text.startsWith('=') ? { formulaValue: text } : { stringValue: text },
            userEnteredFormat: { backgroundColor: GREEN },
            note: 'наша',
          },
        ],
      })),
      fields: '*',
    },
  }),
} as const;

const FIELDS =
  'namedRanges,sheets(properties,merges,basicFilter,filterViews,rowGroups,columnGroups,conditionalFormats,' +
  'protectedRanges,data(rowMetadata(pixelSize,hiddenByUser),columnMetadata(pixelSize,hiddenByUser),' +
  'rowData(values(userEnteredValue,userEnteredFormat,note,dataValidation))))';

/** One thing of a sheet as the wire tells it. */
type Wire = Readonly<Record<string, unknown>>;

describe('what people make of the workbook for themselves', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY }) as const;
  const play: Readonly<Record<(typeof RUNS)[number], () => Promise<unknown>>> = {
    sync: () => syncWorkbook(office.deps, request()),
    monitor: () => runMonitoring(office.deps, request()),
    provision: () =>
      provisionWorkbook(office.deps, { ...request(), title: 'ШНОР', timeZone: 'UTC', members: {} }),
    report: () => publishReport(office.deps, { ...request(), withErrors: true }),
  };
  const send = async (...requests: object[]) => {
    const url = `${office.api.url}/v4/spreadsheets/${book.workbookId}:batchUpdate`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ requests }) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const touch = ({ what, place }: Touch) =>
    send(TOUCHES[what]({ ...place, sheetId: book.sheetIds[place.sheet] }));

  /** Of the sheets that staff own all but the server's cells, and the order in which these tabs stand. */
  const theirs = async () => {
    const url = `${office.api.url}/v4/spreadsheets/${book.workbookId}?includeGridData=true&fields=${FIELDS}`;
    const { sheets } = (await (await fetch(url)).json()) as { readonly sheets: readonly Wire[] };
    const own = STAFF_WORKSHEETS.map((key) => [book.sheetIds[key], key] as const);
    return sheets.flatMap((sheet) => {
      const { index: _index, ...shown } = sheet['properties'] as Wire;
      const key = own.find(([sheetId]) => sheetId === shown['sheetId'])?.[1];
      return key ? [{ ...sheet, ...withoutServers(key, sheet), properties: shown }] : [];
    });
  };

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const stays = async (made: readonly Touch[], runs: readonly (typeof RUNS)[number][]) => {
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР' });
    await book.type('executions', 2, { school: 'ОО № 1 (демо)', measure: '2.1', mark: 'в работе' });
    await play.sync();
    await send(
      ...STAFF_WORKSHEETS.map((key) => ({
        appendDimension: { sheetId: book.sheetIds[key], dimension: 'COLUMNS', length: 3 },
      })),
    );
    for (const each of made) await touch(each);
    const before = await theirs();
    for (const run of runs) await play[run]();
    expect(await theirs()).toEqual(before);
  };
  const NAMES = Object.keys(TOUCHES) as (keyof typeof TOUCHES)[];

  test('stays as it is: each of it once, on one sheet after the other', () =>
    stays(
      NAMES.map((what, index): Touch => {
        const sheet = STAFF_WORKSHEETS[index % STAFF_WORKSHEETS.length] ?? 'executions';
        const typed = WORKSHEETS[sheet].columns.filter(({ owner }) => owner === 'staff');
        const column = columnOf(sheet, typed[index % typed.length]?.key ?? 'id');
        return { what, place: { sheet, row: 1 + (index % 5), column } };
      }),
      RUNS,
    ));

  longTest('stays as it is, whatever runs', async () => {
    const places = fc.constantFrom(...STAFF_WORKSHEETS).chain((sheet) => {
      const { columns } = WORKSHEETS[sheet];
      const typed = columns.filter(({ owner }) => owner === 'staff').map(({ key }) => columnOf(sheet, key));
      return fc.record({
        sheet: fc.constant(sheet),
        row: fc.integer({ min: 1, max: 6 }),
        column: fc.constantFrom(...typed),
      });
    });
    const touches = fc.array(fc.record({ what: fc.constantFrom(...NAMES), place: places }), {
      minLength: 6,
      maxLength: 16,
    });
    const order = fc.shuffledSubarray([...RUNS], { minLength: RUNS.length });
    await fc.assert(fc.asyncProperty(touches, order, stays), { numRuns: PLAYED });
  });
});

/** The functions' own rules and protections are theirs, and so is what they have written into their columns. */
function withoutServers(key: StaffWorksheetKey, sheet: Wire) {
  const servers = new Set(
    WORKSHEETS[key].columns.flatMap(({ owner }, index) => (owner === 'server' ? [index] : [])),
  );
  const [data] = sheet['data'] as readonly Wire[];
  const rows = (data?.['rowData'] ?? []) as readonly { readonly values?: readonly unknown[] }[];
  return {
    conditionalFormats: peoples(sheet['conditionalFormats'], 'срочно'),
    protectedRanges: peoples(sheet['protectedRanges'], 'наше'),
    data: {
      ...data,
      rowData: rows.map(({ values = [] }) => values.filter((_, column) => !servers.has(column))),
    },
  };
}

function peoples(all: unknown, word: string): readonly unknown[] {
  return ((all ?? []) as readonly unknown[]).filter((each) => JSON.stringify(each).includes(word));
}
