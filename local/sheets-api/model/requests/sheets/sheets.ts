import { invalidArgument } from '../../../wire/api-error.ts';
import { merge } from '../../../wire/field-mask.ts';
import { sheetProperties, spreadsheetProperties } from '../../../schema/sheet.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { withColourTwins } from '../../values/cells.ts';
import { completeFormat, resolveColour } from '../../colours.ts';
import { copySheet, copyTitle } from '../../sheets/copy-sheet.ts';
import { resizeGrid } from '../../dimensions/dimensions.ts';
import type { Draft } from '../../draft.ts';
import { updateMask, type Handlers } from '../../handler.ts';
import { localeRules } from '../../locale/locales.ts';
import { breakReferences, renameReferences } from '../../dimensions/shift-references.ts';
import {
  blankSheet,
  checkTitle,
  completeProperties,
  defaultTitle,
  describeProperties,
  newSheetId,
} from '../../sheets/sheets.ts';
import type { Surroundings } from '../../types.ts';

function addSheet(draft: Draft, body: RequestBody<'addSheet'>, around: Surroundings): object {
  const given = body.properties ?? {};
  const sheetId = newSheetId(draft, given.sheetId, around);
  const title = given.title ?? defaultTitle(draft);
  checkTitle(draft, title, sheetId);
  const index = placeAmong(draft, given.index);
  const sheet = blankSheet(completeProperties({ ...given, sheetId, title }));
  draft.insertSheet(sheet, index);
  return { addSheet: { properties: describeProperties(sheet, index) } };
}

function placeAmong(draft: Draft, index = draft.sheets.length): number {
  if (index > draft.sheets.length)
    throw invalidArgument(`index must be between 0 and ${draft.sheets.length}: ${index}`);
  return index;
}

function deleteSheet(draft: Draft, body: RequestBody<'deleteSheet'>): object {
  // An id that is left out is 0, as any number of a message is: clients drop zeros before they send.
  const { sheetId = 0 } = body;
  const target = draft.find(sheetId);
  if (!target) throw invalidArgument(`No sheet with id: ${sheetId}`);
  draft.guard?.checkAll(target);
  const left = draft.sheets.filter((sheet) => sheet !== target);
  if (left.length === 0) throw invalidArgument("You can't remove all the sheets in a document.");
  if (left.every((sheet) => sheet.properties.hidden))
    throw invalidArgument("You can't remove all the visible sheets in a document.");
  draft.removeSheet(sheetId);
  breakReferences(draft, target.properties.title);
  draft.namedRanges = draft.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheetId);
  draft.developerMetadata = draft.developerMetadata.filter(
    ({ location }) => (location?.sheetId ?? location?.dimensionRange?.sheetId) !== sheetId,
  );
  return {};
}

function duplicateSheet(draft: Draft, body: RequestBody<'duplicateSheet'>, around: Surroundings): object {
  const { sourceSheetId = 0 } = body;
  const source = draft.find(sourceSheetId);
  if (!source) throw invalidArgument(`No sheet with id: ${sourceSheetId}`);
  const sheetId = newSheetId(draft, body.newSheetId, around);
  const title = body.newSheetName ?? copyTitle(draft, source.properties.title);
  checkTitle(draft, title, sheetId);
  const index = placeAmong(draft, body.insertSheetIndex ?? 0);
  const sheet = copySheet(source, { ...source.properties, sheetId, title }, around);
  draft.insertSheet(sheet, index);
  return { duplicateSheet: { properties: describeProperties(sheet, index) } };
}

function updateSheetProperties(draft: Draft, body: RequestBody<'updateSheetProperties'>): object {
  const mask = updateMask(body.fields, sheetProperties);
  const given = body.properties ?? {};
  const sheetId = given.sheetId ?? 0;
  const known = draft.find(sheetId);
  if (!known) throw invalidArgument(`No sheet with id: ${sheetId}`);
  draft.guard?.checkSheet(known);
  const before = describeProperties(known, draft.sheets.indexOf(known));
  const oldTitle = known.properties.title;
  const colours = resolveColour(given.tabColor, given.tabColorStyle);
  const source = { ...given, ...(colours && { tabColor: colours.plain, tabColorStyle: colours.style }) };
  const merged = merge(before, source, withColourTwins(mask)) ?? {};
  const title = merged.title ?? '';
  checkTitle(draft, title, sheetId);
  const after = completeProperties({ ...merged, sheetId, title });
  resizeGrid(draft, sheetId, after.gridProperties);
  draft.edit(sheetId).properties = after;
  if (title !== oldTitle) renameReferences(draft, oldTitle, title);
  if (draft.sheets.every((sheet) => sheet.properties.hidden))
    throw invalidArgument("You can't hide all the sheets in a document.");
  moveSheet(draft, sheetId, merged.index ?? 0);
  return {};
}

/** The index counts the tabs before the move: 2 puts the first of three between the other two. */
function moveSheet(draft: Draft, sheetId: number, index: number): void {
  const sheet = draft.read(sheetId);
  const place = draft.sheets.indexOf(sheet);
  if (index === place || index === place + 1) return;
  placeAmong(draft, index);
  draft.removeSheet(sheetId);
  draft.insertSheet(sheet, index > place ? index - 1 : index);
}

function updateSpreadsheetProperties(draft: Draft, body: RequestBody<'updateSpreadsheetProperties'>): object {
  const mask = updateMask(body.fields, spreadsheetProperties);
  const given = body.properties ?? {};
  const { defaultFormat } = given;
  const source = defaultFormat ? { ...given, defaultFormat: completeFormat(defaultFormat) } : given;
  const merged: RequestBody<'updateSpreadsheetProperties'>['properties'] = merge(
    draft.properties,
    source as typeof draft.properties,
    withColourTwins(mask),
  );
  const { title = '', locale = draft.properties.locale } = merged ?? {};
  if (title === '') throw invalidArgument('The spreadsheet title cannot be empty.');
  localeRules(locale);
  draft.properties = { ...draft.properties, ...merged, title, locale };
  return {};
}

export const sheetHandlers: Handlers<
  'addSheet' | 'deleteSheet' | 'duplicateSheet' | 'updateSheetProperties' | 'updateSpreadsheetProperties'
> = { addSheet, deleteSheet, duplicateSheet, updateSheetProperties, updateSpreadsheetProperties };
