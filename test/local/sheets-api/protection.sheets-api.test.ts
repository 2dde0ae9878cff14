import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn, valuesPath, type StandIn } from './start-stand-in.ts';

const WORDS =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const refusal = (prefix = '') => ({
  status: 400,
  body: { error: { code: 400, message: prefix + WORDS, status: 'INVALID_ARGUMENT' } },
});
/** Column C. */
const RANGE = { sheetId: 7, startColumnIndex: 2, endColumnIndex: 3 };
const rows = (startIndex: number) => ({
  sheetId: 7,
  dimension: 'ROWS',
  startIndex,
  endIndex: startIndex + 1,
});

let standIn: StandIn;

async function protect(fields: object) {
  const protectedRange = { protectedRangeId: 5, range: RANGE, ...fields };
  expect((await standIn.batch({ addProtectedRange: { protectedRange } })).status).toBe(200);
}

function write(range: string) {
  return standIn.call('PUT', valuesPath(range, '?valueInputOption=RAW'), { values: [['новое']] });
}

async function seenEditors(): Promise<unknown> {
  const mask = '?fields=sheets.protectedRanges.editors';
  const { body } = await standIn.call('GET', `/v4/spreadsheets/book${mask}`);
  return (body as { sheets: { protectedRanges: unknown }[] }).sheets[0]?.protectedRanges;
}

beforeEach(async () => {
  standIn = await startStandIn();
  await standIn.create();
});
afterEach(() => standIn.stop());

describe('a protected column', () => {
  beforeEach(() => protect({ editors: { users: ['editor@example.com'] } }));

  test('is closed to a person who is not among its editors, and open beside it', async () => {
    standIn.actAs('staff@example.com');
    expect(await write('Лист1!C2')).toEqual(refusal());
    expect((await write('Лист1!B2')).status).toBe(200);
  });

  test('is open to its editors and to the owner', async () => {
    standIn.actAs('Editor@example.com');
    expect((await write('Лист1!C2')).status).toBe(200);
    standIn.actAs(undefined);
    expect((await write('Лист1!C2')).status).toBe(200);
  });

  test('stops the insertion of columns inside, of rows, their deletion and a sort', async () => {
    standIn.actAs('staff@example.com');
    expect(await standIn.batch({ insertDimension: { range: rows(3) } })).toEqual(
      refusal('Invalid requests[0].insertDimension: '),
    );
    expect(await standIn.batch({ deleteDimension: { range: rows(3) } })).toEqual(
      refusal('Invalid requests[0].deleteDimension: '),
    );
    standIn.actAs(undefined);
    await standIn.call('PUT', valuesPath('Лист1!C1', '?valueInputOption=RAW'), { values: [['я'], ['а']] });
    standIn.actAs('staff@example.com');
    const sortSpecs = [{ dimensionIndex: 2, sortOrder: 'ASCENDING' }];
    expect(await standIn.batch({ sortRange: { range: { sheetId: 7 }, sortSpecs } })).toEqual(
      refusal('Invalid requests[0].sortRange: '),
    );
  });

  test('refuses a batch whole: nothing of it is applied', async () => {
    standIn.actAs('staff@example.com');
    const cell = (columnIndex: number) => ({
      updateCells: {
        start: { sheetId: 7, rowIndex: 0, columnIndex },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }],
        fields: 'userEnteredValue',
      },
    });
    expect(await standIn.batch(cell(0), cell(2))).toEqual(refusal('Invalid requests[1].updateCells: '));
    expect((await standIn.call('GET', valuesPath('Лист1'))).body).not.toHaveProperty('values');
  });

  test('keeps its protection from those whom it stops, and tells each whether they may edit', async () => {
    const mask = '?fields=sheets.protectedRanges(protectedRangeId,requestingUserCanEdit)';
    const seen = async () => (await standIn.call('GET', `/v4/spreadsheets/book${mask}`)).body;
    expect(await seen()).toEqual({
      sheets: [{ protectedRanges: [{ protectedRangeId: 5, requestingUserCanEdit: true }] }],
    });
    standIn.actAs('staff@example.com');
    expect(await seen()).toEqual({ sheets: [{ protectedRanges: [{ protectedRangeId: 5 }] }] });
    expect(await standIn.batch({ deleteProtectedRange: { protectedRangeId: 5 } })).toEqual(
      refusal('Invalid requests[0].deleteProtectedRange: '),
    );
  });

  test('names its editors, the owner among them, to whoever may edit it and to nobody else', async () => {
    const users = ['owner@shnor.local', 'editor@example.com'];
    expect(await seenEditors()).toEqual([{ editors: { users } }]);
    standIn.actAs('editor@example.com');
    expect(await seenEditors()).toEqual([{ editors: { users } }]);
    standIn.actAs('staff@example.com');
    expect(await seenEditors()).toEqual([{}]);
  });
});

test('a protection is confirmed with the editors of the request; whoever made it stands among them later', async () => {
  standIn.actAs('maker@example.com');
  const protectedRange = { protectedRangeId: 5, range: RANGE, editors: { users: [] } };
  expect((await standIn.batch({ addProtectedRange: { protectedRange } })).body).toMatchObject({
    replies: [{ addProtectedRange: { protectedRange: { requestingUserCanEdit: true, editors: {} } } }],
  });
  expect(await seenEditors()).toEqual([{ editors: { users: ['owner@shnor.local', 'maker@example.com'] } }]);
});

describe('a protection that only warns', () => {
  test('names the owner', async () => {
    await protect({ warningOnly: true });
    expect(await seenEditors()).toEqual([{ editors: { users: ['owner@shnor.local'] } }]);
  });

  test('refuses nobody', async () => {
    await protect({ warningOnly: true });
    standIn.actAs('staff@example.com');
    expect((await write('Лист1!C2')).status).toBe(200);
  });

  test('can have no editors', async () => {
    const protectedRange = { range: RANGE, warningOnly: true, editors: { users: ['editor@example.com'] } };
    expect((await standIn.batch({ addProtectedRange: { protectedRange } })).body).toMatchObject({
      error: {
        message:
          'Invalid requests[0].addProtectedRange: ProtectedRange is warningOnly. Editors cannot be set on it.',
      },
    });
  });
});

describe('a protected sheet', () => {
  test('keeps its name and its place; what is left open in it can be edited', async () => {
    await protect({ range: { sheetId: 7 }, unprotectedRanges: [RANGE] });
    standIn.actAs('staff@example.com');
    const rename = { properties: { sheetId: 7, title: 'Иной' }, fields: 'title' };
    expect(await standIn.batch({ updateSheetProperties: rename })).toEqual(
      refusal('Invalid requests[0].updateSheetProperties: '),
    );
    expect(await write('Лист1!A1')).toEqual(refusal());
    expect((await write('Лист1!C1')).status).toBe(200);
  });
});
