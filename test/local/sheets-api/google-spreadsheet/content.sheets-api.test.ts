import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDocument, type OpenDocument } from './open-document.ts';

let opened: OpenDocument;
beforeEach(async () => {
  opened = await openDocument();
});
afterEach(() => opened.standIn.stop());

describe('the package google-spreadsheet keeps content', () => {
  test('keeps rows: adds, reads, saves, deletes and clears them', async () => {
    const { sheet, values } = opened;
    await sheet.addRows([
      { name: 'a', count: 1, day: '8/31/2021' },
      { name: 'b', count: 2, day: '' },
    ]);
    const added = await sheet.addRow({ name: 'c', count: '=B2+B3', day: '' });
    expect([added.rowNumber, added.get('count')]).toEqual([4, '3']);
    const rows = await sheet.getRows();
    expect(rows.map((row) => row.toObject())).toEqual([
      { name: 'a', count: '1', day: '8/31/2021' },
      { name: 'b', count: '2', day: '' },
      { name: 'c', count: '3', day: '' },
    ]);
    rows[0]?.set('count', 10);
    await rows[0]?.save();
    await rows[1]?.delete();
    expect(await values()).toEqual([
      ['name', 'count', 'day'],
      ['a', '10', '8/31/2021'],
      ['c', '#REF!'],
    ]);
    await sheet.clearRows();
    expect(await values()).toEqual([['name', 'count', 'day']]);
  });

  test('keeps cells: values, formulas, errors, notes and formats', async () => {
    const { sheet } = opened;
    await sheet.loadCells('A1:C4');
    sheet.getCell(1, 0).value = 5;
    sheet.getCell(1, 1).formula = '=A2*2';
    sheet.getCell(1, 2).formula = '=1/0';
    sheet.getCell(2, 0).value = true;
    sheet.getCell(2, 1).formula = '=NoSuch(1)';
    sheet.getCell(2, 2).note = 'see';
    sheet.getCell(2, 2).textFormat = { bold: true };
    sheet.getCell(3, 0).value = 'text';
    sheet.getCell(3, 0).horizontalAlignment = 'CENTER';
    await sheet.saveUpdatedCells();
    sheet.resetLocalCache(true);
    await sheet.loadCells();
    expect(sheet.getCell(1, 1)).toMatchObject({ value: 10, formula: '=A2*2', formattedValue: '10' });
    expect(sheet.getCell(1, 2).errorValue).toMatchObject({
      type: 'DIVIDE_BY_ZERO',
      message: 'Function DIVIDE parameter 2 cannot be zero.',
    });
    expect(sheet.getCell(2, 1).errorValue).toMatchObject({
      type: 'NAME',
      message: "Unknown function: 'NoSuch'.",
    });
    expect(sheet.getCell(2, 0)).toMatchObject({ value: true, valueType: 'boolValue' });
    expect(sheet.getCell(2, 2)).toMatchObject({ note: 'see', textFormat: { bold: true } });
    expect(sheet.getCell(3, 0).effectiveFormat).toMatchObject({ horizontalAlignment: 'CENTER' });
    sheet.getCell(3, 0).clearAllFormatting();
    await sheet.saveUpdatedCells();
    expect(sheet.getCell(3, 0).userEnteredFormat).toEqual(undefined);
  });

  test('moves cells: rows and columns, ranges, sort, fill, copy, cut, paste and split', async () => {
    const { sheet, values } = opened;
    await sheet.addRows([
      ['b', 2],
      ['a', 1],
    ]);
    await sheet.sortRange({ startRowIndex: 1, endRowIndex: 3 }, [
      { dimensionIndex: 0, sortOrder: 'ASCENDING' },
    ]);
    await sheet.autoFill({
      source: { startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 },
      dimension: 'ROWS',
      fillLength: 2,
    } as never);
    expect(await values('One!A2:B5')).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['', '3'],
      ['', '4'],
    ]);
    const cell = (row: number, column: number) =>
      ({
        startRowIndex: row,
        endRowIndex: row + 1,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      }) as never;
    await sheet.copyPaste(cell(1, 0), cell(1, 4));
    await sheet.cutPaste(cell(2, 0), { rowIndex: 2, columnIndex: 4 });
    await sheet.pasteData({ rowIndex: 3, columnIndex: 3 }, 'p,"q,r"\n1,2', ',');
    await sheet.pasteData({ rowIndex: 6, columnIndex: 0 }, 'x;y;z', '|');
    await sheet.textToColumns(cell(6, 0), 'SEMICOLON');
    await sheet.insertDimension('ROWS', { startIndex: 1, endIndex: 2 });
    await sheet.moveDimension('COLUMNS', { startIndex: 4, endIndex: 5 }, 0);
    await sheet.insertRange(cell(2, 0), 'ROWS');
    await sheet.deleteRange(cell(1, 0), 'ROWS');
    expect(await values()).toEqual([
      ['', 'name', 'count', 'day'],
      [],
      ['a', 'a', '1'],
      ['b', '', '2'],
      ['q,r', '', '3', '', 'p'],
      ['2', '', '4', '', '1'],
      [],
      ['', 'x', 'y', 'z'],
    ]);
  });

  test('cleans cells: finds by pattern, trims, drops duplicates', async () => {
    const { sheet, values } = opened;
    await sheet.addRows([['  a   b '], ['A B'], ['c1'], ['c22']], { raw: true });
    const column = { startRowIndex: 1, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 1 } as never;
    await sheet.trimWhitespace(column);
    await sheet.deleteDuplicates(column);
    await sheet.findReplace(String.raw`c(\d)`, 'd$1', { searchByRegex: true });
    expect(await values('One!A2:A6')).toEqual([['a b'], ['d1'], ['d22']]);
    await sheet.randomizeRange(column);
    expect(((await values('One!A2:A6')) as string[][]).flat().toSorted().join(' ').trim()).toBe('a b d1 d22');
  });
});
