import { describe, expect, test } from '@jest/globals';
import { apply, bookOf, reply, sheetOf } from './spreadsheet-builder.ts';

const anchor = (rowIndex: number) => ({
  overlayPosition: { anchorCell: { sheetId: 1, rowIndex, columnIndex: 0 } },
});
const sources = (startRowIndex: number, endRowIndex: number) => ({
  sources: [{ sheetId: 1, startRowIndex, endRowIndex, startColumnIndex: 0, endColumnIndex: 1 }],
});
const spec = (start: number, end: number) => ({
  title: 'Отчёт',
  basicChart: { chartType: 'COLUMN', domains: [{ domain: { sourceRange: sources(start, end) } }] },
});
const rows = (startIndex: number, endIndex: number) => ({
  sheetId: 1,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});

describe('a chart', () => {
  const chart = { chartId: 3, spec: spec(1, 4), position: anchor(5) };
  const book = apply(bookOf([['а']]), { addChart: { chart } });

  test('is kept with a size, and follows the rows that it stands on and shows', () => {
    const size = { widthPixels: 600, heightPixels: 371 };
    const inserted = apply(book, { insertDimension: { range: rows(2, 3) } });
    const [{ overlayPosition }] = [anchor(6)];
    expect(sheetOf(inserted, 'charts')).toEqual({
      charts: [
        { chartId: 3, spec: spec(1, 5), position: { overlayPosition: { ...size, ...overlayPosition } } },
      ],
    });
  });

  test('is changed, moved and deleted', () => {
    const moved = { objectId: 3, newPosition: anchor(0), fields: 'anchorCell' };
    const changed = apply(
      book,
      { updateChartSpec: { chartId: 3, spec: spec(0, 1) } },
      { updateEmbeddedObjectPosition: moved },
    );
    expect(sheetOf(changed, 'charts(spec,position.overlayPosition.anchorCell)')).toEqual({
      charts: [{ spec: spec(0, 1), position: anchor(0) }],
    });
    expect(sheetOf(apply(book, { deleteEmbeddedObject: { objectId: 3 } }), 'charts')).toEqual({});
    expect(() => apply(book, { deleteEmbeddedObject: { objectId: 9 } })).toThrow(
      'No embedded object with ID: 9',
    );
  });
});

test('a slicer is kept, changed and deleted as a chart is', () => {
  const slicer = { slicerId: 4, spec: { title: 'Район' }, position: anchor(0) };
  const book = apply(bookOf([['а']]), { addSlicer: { slicer } });
  const renamed = { slicerId: 4, spec: { title: 'Школа' }, fields: 'title' };
  expect(sheetOf(apply(book, { updateSlicerSpec: renamed }), 'slicers(slicerId,spec)')).toEqual({
    slicers: [{ slicerId: 4, spec: { title: 'Школа' } }],
  });
  expect(sheetOf(apply(book, { deleteEmbeddedObject: { objectId: 4 } }), 'slicers')).toEqual({});
});

describe('groups of rows', () => {
  const group = (startIndex: number, endIndex: number, depth: number) => ({
    range: rows(startIndex, endIndex),
    depth,
  });
  const book = apply(bookOf([['а']]), { addDimensionGroup: { range: rows(1, 5) } });

  test('nest where one lies in the other, and where they overlap', () => {
    expect(reply(book, { addDimensionGroup: { range: rows(2, 4) } })).toEqual({
      addDimensionGroup: { dimensionGroups: [group(1, 5, 1), group(2, 4, 2)] },
    });
    expect(reply(book, { addDimensionGroup: { range: rows(3, 7) } })).toEqual({
      addDimensionGroup: { dimensionGroups: [group(1, 7, 1), group(3, 5, 2)] },
    });
  });

  test('lose the rows that are taken out of them', () => {
    const nested = apply(book, { addDimensionGroup: { range: rows(2, 4) } });
    expect(reply(nested, { deleteDimensionGroup: { range: rows(3, 5) } })).toEqual({
      deleteDimensionGroup: { dimensionGroups: [group(1, 4, 1), group(2, 3, 2)] },
    });
  });

  test('hide their rows when they are closed', () => {
    const dimensionGroup = { ...group(1, 5, 1), collapsed: true };
    const closed = apply(book, { updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } });
    expect(sheetOf(closed, 'rowGroups,data.rowMetadata.hiddenByUser')).toEqual({
      rowGroups: [{ ...group(1, 5, 1), collapsed: true }],
      data: [
        {
          rowMetadata: [{}, ...Array.from({ length: 4 }, () => ({ hiddenByUser: true })), {}, {}, {}, {}, {}],
        },
      ],
    });
  });
});
