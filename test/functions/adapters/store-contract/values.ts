import { describe, expect, test } from '@jest/globals';
import { StoreUsageError } from '../../../../functions/adapters/shared-store/store-json.ts';
import type { Json, JsonObject } from '../../../../functions/use-cases/ports/store.ts';
import { putOf, type World } from './world.ts';

const KEPT: readonly (readonly [string, Json])[] = [
  ['nothing', null],
  ['a truth value', true],
  ['a whole number', 44_561],
  ['a fraction', 0.1],
  ['the largest safe whole number', Number.MAX_SAFE_INTEGER],
  ['numbers beyond it', [1e300, -1e300, 5e-324, 2 ** 63]],
  ['Cyrillic and emoji', 'Срок «до 31 августа» 📅👩‍🏫'],
  ['an empty text', ''],
  ['control characters', 'a\u0000b\tc\r\nd'],
  ['empty lists and maps', { list: [], map: {} }],
  ['a list of maps with lists', [{ list: [1, { list: ['a'] }] }]],
  ['field names with dots, quotes, Cyrillic and emoji', { 'a.b': 1, '`"\\': 2, Школа: 3, '📅': 4, 10: 5 }],
];

function nested(levels: number): JsonObject {
  return levels === 1 ? {} : { down: nested(levels - 1) };
}

const REFUSED: readonly (readonly [string, unknown])[] = [
  ['a list directly in a list', { table: [[1]] }],
  ['an empty field name', { '': 1 }],
  ['a reserved field name', { __name__: 1 }],
  ['a field name with half an emoji', { '\ud83d': 1 }],
  ['more than 19 levels', nested(20)],
  ['undefined', { value: undefined }],
  ['what is no finite number', { value: Number.NaN }],
  ['a date', { value: new Date(0) }],
];

export function describeValues(world: World): void {
  describe('values', () => {
    test.each(KEPT)('%s: comes back as it was', async (_, value) => {
      await world.put('', { value });
      expect(await world.readData('')).toEqual([{ value }]);
    });

    test('19 levels of maps are kept', async () => {
      await world.put('', nested(19));
      expect(await world.readData('')).toEqual([nested(19)]);
    });

    test('field names come back sorted, whatever order they were put in', async () => {
      await world.put('', { b: 1, a: { d: 1, c: 1 }, Б: 1, А: 1 });
      expect(JSON.stringify((await world.readData(''))[0])).toBe('{"a":{"c":1,"d":1},"b":1,"А":1,"Б":1}');
    });

    test('half an emoji comes back as the replacement character, −0 as 0', async () => {
      await world.put('', { text: 'x\ud83d', zero: -0 });
      expect(await world.readData('')).toEqual([{ text: 'x\ufffd', zero: 0 }]);
    });

    test.each(REFUSED)('%s: is refused as a bug of ours', async (_, data) => {
      const commit = world.store.commit([putOf(world.at(''), data as JsonObject)]);
      await expect(commit).rejects.toThrow(StoreUsageError);
    });
  });
}
