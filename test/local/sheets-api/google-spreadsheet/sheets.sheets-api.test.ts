import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDocument, type OpenDocument } from './open-document.ts';

let opened: OpenDocument;
beforeEach(async () => {
  opened = await openDocument();
});
afterEach(() => opened.standIn.stop());

describe('the package google-spreadsheet keeps sheets and what lies on cells', () => {
  test('keeps sheets: adds, renames, sizes, copies, moves and deletes them', async () => {
    const { document, sheet } = opened;
    const two = await document.addSheet({ title: 'Two', headerValues: ['x', 'y'] });
    await two.updateProperties({ title: 'Second', index: 0, tabColor: { red: 1, green: 0, blue: 0 } });
    await two.resize({ rowCount: 5, columnCount: 3 });
    const copy = await sheet.duplicate({ title: 'Copy', index: 2 });
    await copy?.updateGridProperties({ frozenRowCount: 1 });
    expect(await sheet.copyToSpreadsheet('book')).toMatchObject({ title: 'Copy of One', index: 3 });
    await document.updateProperties({ title: 'Renamed' });
    await sheet.delete();
    await document.loadInfo();
    expect(document.title).toBe('Renamed');
    expect(document.sheetsByIndex.map(({ title, rowCount }) => [title, rowCount])).toEqual([
      ['Second', 5],
      ['Copy', 20],
      ['Copy of One', 20],
    ]);
  });

  test('keeps what lies on cells: merges, borders, names, validation, protection, filters, bands, rules', async () => {
    const { sheet, seen } = opened;
    const range = {
      sheetId: 7,
      startRowIndex: 1,
      endRowIndex: 3,
      startColumnIndex: 0,
      endColumnIndex: 2,
    } as never;
    await sheet.mergeCells(range);
    await sheet.unmergeCells(range);
    await sheet.updateBorders(range, { top: { style: 'SOLID' } });
    await sheet.addNamedRange('places', range, 'n1');
    await sheet.updateNamedRange('n1', { name: 'spots' }, 'name');
    const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] } as never;
    await sheet.setDataValidation(range, { condition, strict: true, showCustomUi: true });
    const guarded = await sheet.addProtectedRange({ range, description: 'mine' });
    expect(guarded).toMatchObject({ protectedRange: { description: 'mine', requestingUserCanEdit: true } });
    await sheet.setBasicFilter({ range });
    await sheet.clearBasicFilter();
    await sheet.addFilterView({ filterViewId: 4, title: 'View', range });
    await sheet.updateFilterView({ filterViewId: 4, title: 'Seen', range }, 'title');
    await sheet.duplicateFilterView(4);
    await sheet.deleteFilterView(4);
    const bands = { firstBandColor: { red: 1 }, secondBandColor: { blue: 1 } };
    await sheet.addBanding({ bandedRangeId: 6, range, rowProperties: bands } as never);
    await sheet.updateBanding(
      { bandedRangeId: 6, rowProperties: { firstBandColor: { green: 1 } } } as never,
      'rowProperties.firstBandColor',
    );
    const rule = { ranges: [range], booleanRule: { condition: { type: 'NOT_BLANK' }, format: {} } };
    await sheet.addConditionalFormatRule(rule as never, 0);
    await sheet.updateConditionalFormatRule({ index: 0, sheetId: 7, newIndex: 0 });
    const masked =
      'namedRanges.name,sheets(filterViews(title),bandedRanges(rowProperties(firstBandColor)),conditionalFormats(booleanRule))';
    expect(await seen(masked)).toEqual({
      namedRanges: [{ name: 'spots' }],
      sheets: [
        {
          filterViews: [{ title: 'Copy of Seen' }],
          bandedRanges: [{ rowProperties: { firstBandColor: { green: 1 } } }],
          conditionalFormats: [{ booleanRule: { condition: { type: 'NOT_BLANK' }, format: {} } }],
        },
      ],
    });
    await sheet.deleteConditionalFormatRule(0);
    await sheet.deleteBanding(6);
    await sheet.deleteNamedRange('n1');
    expect(await seen('namedRanges,sheets(bandedRanges,conditionalFormats)')).toEqual({ sheets: [{}] });
  });

  test('keeps developer metadata', async () => {
    const { document, sheet } = opened;
    const location = { sheetId: 7 };
    const entry = { metadataKey: 'k', metadataValue: 'v', location, visibility: 'DOCUMENT' };
    await sheet.createDeveloperMetadata(entry as never);
    const filter = { developerMetadataLookup: { metadataKey: 'k' } } as never;
    await sheet.updateDeveloperMetadata([filter], { metadataValue: 'w' } as never, 'metadataValue');
    expect(await document.searchDeveloperMetadata([filter])).toMatchObject([{ metadataValue: 'w' }]);
    await sheet.deleteDeveloperMetadata(filter);
    expect(await document.searchDeveloperMetadata([filter])).toEqual([]);
  });

  test('is told what went wrong', async () => {
    const { document } = opened;
    await expect(document.addSheet({ title: 'One' })).rejects.toThrow(
      'Google API error - [400] Invalid requests[0].addSheet: A sheet with the name "One" already exists. Please enter another name.',
    );
  });
});
