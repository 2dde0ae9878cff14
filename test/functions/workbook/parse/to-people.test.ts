import { describe, expect, test } from '@jest/globals';
import { parsePeople } from '../../../../functions/workbook/parse/to-people.ts';
import { parseRow } from '../../../../functions/workbook/parse/parse-row.ts';
import { PEOPLE } from '../../../../functions/workbook/worksheets/people.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';

const NAMES = { schools: [], measures: ['1.1', '4.2'] };

function read(...rows: readonly Readonly<Record<string, Cell>>[]) {
  return parsePeople(rows.map((staff, index) => parseRow(PEOPLE, { id: `p${index + 1}`, staff }, NAMES)));
}

function addressOf(address: Cell) {
  const { people, findings } = read({ position: 'методист', address });
  return [people[0]?.address, findings.map(({ code }) => code)];
}

describe('«Ответственные»', () => {
  test('a position with its address, role and the measures it wants to hear nothing of', () => {
    const head = {
      position: 'начальник',
      address: 'Head@UO.example.ru ',
      role: 'Руководитель',
      muted: '1.1; 4.2',
    };
    expect(read(head, { position: 'методист' })).toEqual({
      people: [
        {
          rowId: 'p1',
          position: 'начальник',
          address: 'head@uo.example.ru',
          role: 'head',
          muted: ['1.1', '4.2'],
        },
        { rowId: 'p2', position: 'методист', address: null, role: 'executor', muted: [] },
      ],
      findings: [],
    });
  });

  test.each(['a@b.ru', 'metodist.shnor+1@uo-kgo.example.ru', 'shnor@уо-кго.рф'])(
    '«%s» is an address',
    (address) => {
      expect(addressOf(address)).toEqual([address, []]);
    },
  );

  test.each([
    'методист@uo.example.ru',
    'metodist@uo',
    'metodist.uo.example.ru',
    'metodist @uo.example.ru',
    '.a@uo.example.ru',
    'a..b@uo.example.ru',
    'Методист <metodist@uo.example.ru>',
    'a@uo.example.ru, b@uo.example.ru',
    'a@uo.example.ru\nbcc: b@uo.example.ru',
    `${'a'.repeat(250)}@uo.example.ru`,
  ])('«%s» is none, and a finding says so', (address) => {
    expect(addressOf(address)).toEqual([null, ['address_broken']]);
  });

  test('of a position that stands twice the row entered first counts', () => {
    const { people, findings } = read(
      { position: 'Методист', address: 'a@uo.example.ru' },
      { position: 'методист ', address: 'b@uo.example.ru' },
    );
    expect(people.map(({ address }) => address)).toEqual(['a@uo.example.ru']);
    expect(findings.map(({ code, place }) => [code, place.rowId])).toEqual([['position_repeated', 'p2']]);
  });
});
