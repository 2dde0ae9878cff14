import { copySheet, copyTitle } from '../model/sheets/copy-sheet.ts';
import { Draft } from '../model/draft.ts';
import { checkTitle, describeProperties, newSheetId } from '../model/sheets/sheets.ts';
import { bodySchemas } from '../schema/bodies.ts';
import { invalidArgument, notFound } from '../wire/api-error.ts';
import { parseMessage } from '../wire/parse-message.ts';
import type { Method } from './method.ts';

/** The copy becomes the last tab of the other spreadsheet, which is the one that changes. */
export const copySheetTo: Method = {
  parameters: [],
  run: ({ book, range: sheetId, body, around, openBook }) => {
    const { destinationSpreadsheetId: to } = parseMessage(bodySchemas['sheets.copyTo'], body, '');
    const source = book.sheets.find(({ properties }) => properties.sheetId === Number(sheetId));
    if (!source) throw invalidArgument(`The sheet (${sheetId}) does not exist.`);
    const destination = to === book.id ? book : to && openBook?.(to);
    if (!destination) throw notFound();
    const draft = new Draft(destination, around);
    const id = newSheetId(draft, undefined, around);
    const title = copyTitle(draft, source.properties.title);
    checkTitle(draft, title, id);
    const { hidden: _shown, ...properties } = source.properties;
    const copy = copySheet(source, { ...properties, sheetId: id, title }, around);
    const index = draft.sheets.length;
    draft.insertSheet(copy, index);
    return { answer: describeProperties(copy, index), after: draft.finish() };
  },
};
