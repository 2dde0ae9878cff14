import { below, type Mask } from '../../wire/field-mask.ts';
import { rangeOfBox, wholeGrid } from '../ranges/boxes.ts';
import { DEFAULT_FORMAT } from '../sheets/create.ts';
import type { CellContext } from './describe-cell.ts';
import { describeGrid } from './describe-grid.ts';
import {
  describeGroup,
  describeMetadata,
  describeNamed,
  describeRange,
  describeRanged,
  describeRule,
} from './describe-ranges.ts';
import { planEffectiveFormat } from './effective-format.ts';
import { filteredRows } from '../ranges/filtered-rows.ts';
import type { Target } from '../ranges/find-range.ts';
import { localeRules } from '../locale/locales.ts';
import { describeProtection } from '../requests/objects/protections.ts';
import { describeProperties } from '../sheets/sheets.ts';
import type { Sheet, Spreadsheet } from '../types.ts';

export interface Description {
  readonly mask: Mask;
  /** Cells are described too: asked for by `includeGridData` or by naming them in the mask. */
  readonly gridData: boolean;
  /** Who asks; absent: the owner. */
  readonly email?: string | undefined;
  /** For conditions that name a day of this year; absent: the start of time. */
  readonly now?: Date;
  /** Only these ranges and their sheets; absent: everything. */
  readonly targets?: readonly Target[];
}

/** The spreadsheet on the wire. What the mask leaves out is not worked out, but the rest may hold more. */
export function describeSpreadsheet(book: Spreadsheet, description: Description): object {
  const { mask, targets } = description;
  const wanted = (sheet: Sheet): boolean => targets?.some((target) => target.sheet === sheet) ?? true;
  const sheets = book.sheets
    .map((sheet, index) => ({ sheet, index }))
    .filter(({ sheet }) => wanted(sheet))
    .map((entry) => describeSheet(book, entry, description));
  return {
    spreadsheetId: book.id,
    properties: book.properties,
    ...(below(mask, 'sheets') !== undefined && { sheets }),
    ...list('namedRanges', book.namedRanges.map(describeNamed)),
    ...list('developerMetadata', attached(book, 'SPREADSHEET', undefined)),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
  };
}

/** Empty lists are left out on the wire. */
function list(name: string, items: readonly unknown[]): object {
  return items.length > 0 ? { [name]: items } : {};
}

function attached(book: Spreadsheet, type: 'SPREADSHEET' | 'SHEET', sheetId: number | undefined): object[] {
  return book.developerMetadata
    .filter(({ location }) => location?.locationType === type && location.sheetId === sheetId)
    .map(describeMetadata);
}

function describeSheet(
  book: Spreadsheet,
  { sheet, index }: { sheet: Sheet; index: number },
  description: Description,
): object {
  const { sheetId } = sheet.properties;
  const sheetsMask = below(description.mask, 'sheets') ?? true;
  const dataMask = below(sheetsMask, 'data');
  const withData = description.gridData && dataMask !== undefined;
  return {
    properties: describeProperties(sheet, index),
    ...(withData && { data: describeData(book, sheet, { ...description, mask: dataMask }) }),
    ...list(
      'merges',
      sheet.merges.map((merge) => describeRange(rangeOfBox(sheetId, merge))),
    ),
    ...list('conditionalFormats', sheet.conditionalFormats.map(describeRule)),
    ...(sheet.basicFilter && { basicFilter: describeRanged(sheet.basicFilter) }),
    ...list('filterViews', sheet.filterViews.map(describeRanged)),
    ...list('bandedRanges', sheet.bandedRanges.map(describeRanged)),
    ...list('charts', sheet.charts),
    ...list('slicers', sheet.slicers),
    ...list(
      'protectedRanges',
      sheet.protectedRanges.map((entry) => describeProtection(entry, description.email)),
    ),
    ...list('developerMetadata', attached(book, 'SHEET', sheetId)),
    ...list('rowGroups', sheet.rowGroups.map(describeGroup)),
    ...list('columnGroups', sheet.columnGroups.map(describeGroup)),
  };
}

function describeData(
  book: Spreadsheet,
  sheet: Sheet,
  { mask, targets, now = new Date(0) }: Description,
): object[] {
  const rules = localeRules(book.properties.locale);
  const defaultFormat = book.properties.defaultFormat ?? DEFAULT_FORMAT;
  const effectiveFormat = planEffectiveFormat(sheet, defaultFormat, { rules, now });
  const context: CellContext = { rules, effectiveFormat };
  const filtered = filteredRows(sheet, { rules, now });
  const metadata = book.developerMetadata;
  const boxes = targets?.filter((target) => target.sheet === sheet).map(({ box }) => box);
  return (boxes ?? [wholeGrid(sheet)]).map((box) =>
    describeGrid(sheet, box, { mask, context, metadata, filtered }),
  );
}
