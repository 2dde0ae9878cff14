import { describe, expect, test } from '@jest/globals';
import { createAxes, type Axes } from '../../../../../local/page/browser/grid/axes.ts';
import { translate } from '../../../../../local/page/browser/edits/translate.ts';

const range = (startRow: number, endRow: number, startColumn = 0, endColumn = 2) => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

function openAxes(): Axes {
  let count = 0;
  const axes = createAxes(() => `n${(count += 1)}`);
  axes.set(5, { rows: ['r0', 'r1', 'r2', 'r3'], columns: ['a', 'b', 'c'] });
  return axes;
}

function run(id: string, params: object, { axes = openAxes(), isRaw = false } = {}) {
  const mutation = { id: `sheet.mutation.${id}`, params: { subUnitId: '5', ...params } };
  return translate(mutation, { axes, isRaw, styleBefore: () => undefined });
}

describe('what the grid did, told to the server', () => {
  test('typed text goes as text, a number with the Russian comma, an emptied cell as null', () => {
    const cellValue = { 1: { 0: { v: '05.09.2026', t: 1 }, 1: { v: 1.5 }, 2: { v: '' } }, 2: { 0: null } };
    expect(run('set-range-values', { cellValue })).toEqual([
      {
        kind: 'cells',
        sheetId: 5,
        cells: [
          ['r1', 'a', { text: '05.09.2026' }],
          ['r1', 'b', { text: '1,5' }],
          ['r1', 'c', { value: null }],
          ['r2', 'a', { value: null }],
        ],
      },
    ]);
  });

  test('a cell that comes back goes as the value behind what it shows', () => {
    const cell = { v: '05.09.2026', custom: { truth: { value: 46270, shown: '05.09.2026' } } };
    expect(run('set-range-values', { cellValue: { 0: { 0: cell } } })).toMatchObject([
      { cells: [['r0', 'a', { value: 46270 }]] },
    ]);
    const text = { v: '=1+1', t: 1 };
    expect(run('set-range-values', { cellValue: { 0: { 0: text } } }, { isRaw: true })).toMatchObject([
      { cells: [['r0', 'a', { value: '=1+1' }]] },
    ]);
  });

  test('looks go apart from values, cells of one look together', () => {
    const cellValue = {
      0: { 0: { s: { bl: 1 } }, 1: { s: { bl: 1 } } },
      1: { 0: { s: { bg: { rgb: 'rgb(255,0,0)' } } } },
    };
    expect(run('set-range-values', { cellValue })).toEqual([
      {
        kind: 'style',
        sheetId: 5,
        style: { bold: true },
        cells: [
          ['r0', 'a'],
          ['r0', 'b'],
        ],
      },
      { kind: 'style', sheetId: 5, style: { background: '#ff0000' }, cells: [['r1', 'a']] },
    ]);
  });

  test('rows carry their keys through insertion, deletion, moving and sorting', () => {
    const axes = openAxes();
    expect(run('insert-row', { range: range(1, 2) }, { axes })).toEqual([
      { kind: 'insert', sheetId: 5, axis: 'rows', keys: ['n1', 'n2'], before: 'r1' },
    ]);
    expect(run('remove-rows', { range: range(0, 1) }, { axes })).toMatchObject([{ keys: ['r0', 'n1'] }]);
    expect(run('move-rows', { sourceRange: range(3, 3), targetRange: range(0, 0) }, { axes })).toEqual([
      { kind: 'move', sheetId: 5, axis: 'rows', keys: ['r3'], before: 'n2' },
    ]);
    expect(run('reorder-range', { range: range(1, 2), order: { 1: 2, 2: 1 } }, { axes })).toMatchObject([
      { kind: 'reorder', rows: ['n2', 'r1'], from: ['r1', 'n2'], isWhole: true },
    ]);
    expect(axes.get(5)?.rows).toEqual(['r3', 'r1', 'n2', 'r2']);
  });

  test('what is this window’s own affair is not told', () => {
    expect(run('set-worksheet-row-auto-height', {})).toEqual([]);
    expect(run('toggle-gridlines', {})).toEqual([]);
  });
});
