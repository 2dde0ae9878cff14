import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { batch, type Action } from './desk.ts';

export const renameTab: Action = (desk) => {
  const title = `Лист ${desk.random.below(1000)}`;
  const book = batch(desk, {
    kind: 'updateSheetProperties',
    body: { properties: { sheetId: desk.sheetId, title }, fields: 'title' },
  });
  return { book, what: `renames the tab to «${title}»` };
};

export const moveTab: Action = (desk) => {
  const index = desk.random.below(desk.book.sheets.length);
  const book = batch(desk, {
    kind: 'updateSheetProperties',
    body: { properties: { sheetId: desk.sheetId, index }, fields: 'index' },
  });
  return { book, what: `moves the tab to place ${index + 1}` };
};

export const duplicateTab: Action = (desk) => {
  const book = batch(desk, { kind: 'duplicateSheet', body: { sourceSheetId: desk.sheetId } });
  return { book, what: 'duplicates the tab' };
};

/** Deleted by mistake, and brought back by «Отменить». */
export const deleteTab: Action = (desk) => {
  const place = desk.book.sheets.findIndex(({ properties }) => properties.sheetId === desk.sheetId);
  const metadata = desk.book.developerMetadata;
  const book = batch(desk, { kind: 'deleteSheet', body: { sheetId: desk.sheetId } });
  const putBack = (current: Spreadsheet): Spreadsheet => {
    if (current.sheets.some(({ properties }) => properties.sheetId === desk.sheetId)) return current;
    const kept = new Set(book.developerMetadata.map(({ metadataId }) => metadataId));
    const gone = metadata.filter(({ metadataId }) => !kept.has(metadataId));
    return {
      ...current,
      sheets: current.sheets.toSpliced(place, 0, desk.view.sheet),
      developerMetadata: [...current.developerMetadata, ...gone],
    };
  };
  return { book, what: 'deletes the tab', putBack };
};
