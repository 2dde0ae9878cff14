import { describe, expect, test } from '@jest/globals';
import { headKey, headToJson, parseHead } from '../../../../../functions/use-cases/stored/head/head.ts';
import { newHead } from '../../../../../functions/use-cases/stored/head/new-head.ts';
import { STORED_SCHEMA, WORKBOOK_LAYOUT } from '../../../../../functions/use-cases/stored/head/upgrades.ts';
import { SERVER_SHEETS } from '../../../../../functions/workbook/server-sheets/server-sheets.ts';
import { STAFF_WORKSHEETS } from '../../../../../functions/domain/records/worksheet-key.ts';
import type { JsonObject } from '../../../../../functions/use-cases/ports/store.ts';

const SHEETS = [...STAFF_WORKSHEETS, ...Object.keys(SERVER_SHEETS)];
const HEAD = newHead(undefined, {
  title: 'ШНОР',
  timeZone: 'Asia/Yekaterinburg',
  members: { 'a@example.org': 'head' },
  sheetIds: Object.fromEntries(SHEETS.map((key, index) => [key, index])),
});
const stored = (data: JsonObject) => ({ key: headKey('A'), version: '1', data });

describe('a stored head', () => {
  test('bears the schema of the program that wrote it, and comes back as it was', () => {
    expect(headToJson(HEAD)['schema']).toBe(STORED_SCHEMA);
    expect(parseHead(stored(headToJson(HEAD)))).toEqual(HEAD);
  });

  test('of schema 1 is given what came later, and keeps what it had', () => {
    const { schema: _schema, layout: _layout, ...rest } = headToJson(HEAD);
    const { people: _people, overview: _overview, schoolPlans: _plans, ...sheetIds } = HEAD.sheetIds;
    const { people: _number, schoolPlans: _first, ...nextNumbers } = HEAD.nextNumbers;
    const members = {
      'a@example.org': 'head',
      'b@example.org': 'service',
      'operator@shnor.local': 'service',
    };
    expect(parseHead(stored({ ...rest, members, sheetIds, nextNumbers }))).toEqual({
      ...HEAD,
      members: { ...members, 'operator@shnor.local': 'operator' },
      layout: 1,
      sheetIds: { ...sheetIds, people: -1, overview: -1, schoolPlans: -1 },
      nextNumbers: { ...nextNumbers, people: 1, schoolPlans: 1 },
    });
  });

  test('of schema 2 names the latest report by an own form as it did; an older program is kept from it by the number', () => {
    const latestReports = { full: 1, own: 2 };
    const head = parseHead(stored({ ...headToJson(HEAD), schema: 2, latestReports }));
    expect(head).toEqual({ ...HEAD, latestReports });
    expect(headToJson(head)).toMatchObject({ schema: STORED_SCHEMA, latestReports });
  });

  test('of schema 3 has no «Планы школ» yet', () => {
    const { schoolPlans: _plans, ...sheetIds } = HEAD.sheetIds;
    const { schoolPlans: _first, ...nextNumbers } = HEAD.nextNumbers;
    expect(parseHead(stored({ ...headToJson(HEAD), schema: 3, sheetIds, nextNumbers }))).toEqual({
      ...HEAD,
      sheetIds: { ...sheetIds, schoolPlans: -1 },
      nextNumbers: { ...nextNumbers, schoolPlans: 1 },
    });
  });

  test.each<[string, JsonObject]>([
    ['a later schema', { schema: STORED_SCHEMA + 1 }],
    ['a later layout of the workbook', { layout: WORKBOOK_LAYOUT + 1 }],
  ])('of %s is refused with the mend, whatever else it holds', (_, later) => {
    const read = () => parseHead(stored({ ...headToJson(HEAD), members: 'other', ...later }));
    expect(read).toThrow(expect.objectContaining({ code: 'store_newer' }));
    expect(read).toThrow(/более новая версия программы.*Ничего не изменено.*Обновите программу/u);
  });

  test.each<[string, JsonObject]>([
    ['no number', { schema: 'x' }],
    ['a number that never was', { schema: 0 }],
    ['half a number', { schema: 1.5 }],
  ])('whose schema is %s is damaged', (_, wrong) => {
    const read = () => parseHead(stored({ ...headToJson(HEAD), ...wrong }));
    expect(read).toThrow(expect.objectContaining({ code: 'store_damaged' }));
  });
});
