import * as z from 'zod';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellRange, ConditionalRule, SheetLayout } from '../../../workbook/layout/layout.ts';
import { fromGridRange, gridRangeSchema, rangesIntersect, toGridRange } from '../requests/grid-range.ts';
import { PROTECTION_PREFIX, toConditionalCondition } from '../requests/plan-rules.ts';

type Request = sheets_v4.Schema$Request;

/** What must be known of a sheet before it is replaced or decorated, because the API names it by id or index. */
export const STANDING_MASK =
  'sheets(properties(sheetId,gridProperties(rowCount,columnCount)),merges,basicFilter(range),' +
  'conditionalFormats(ranges,booleanRule(condition)),bandedRanges(bandedRangeId),' +
  'protectedRanges(protectedRangeId,description))';

export const conditionSchema = z.object({
  type: z.string(),
  values: z.array(z.object({ userEnteredValue: z.string().optional() })).optional(),
});

const standingSheetSchema = z.object({
  properties: z.object({
    sheetId: z.number().default(0),
    gridProperties: z.object({ rowCount: z.number(), columnCount: z.number() }).optional(),
  }),
  merges: z.array(gridRangeSchema).default([]),
  basicFilter: z.unknown().optional(),
  conditionalFormats: z
    .array(
      z.object({
        ranges: z.array(gridRangeSchema).default([]),
        booleanRule: z.object({ condition: conditionSchema }).optional(),
      }),
    )
    .default([]),
  bandedRanges: z.array(z.object({ bandedRangeId: z.number() })).default([]),
  protectedRanges: z
    .array(z.object({ protectedRangeId: z.number(), description: z.string().optional() }))
    .default([]),
});

export const standingSchema = z.object({ sheets: z.array(standingSheetSchema).default([]) });
export type StandingSheet = z.infer<typeof standingSheetSchema>;

export function sizeOf(standing: StandingSheet): { rowCount: number; columnCount: number } {
  return standing.properties.gridProperties ?? { rowCount: 0, columnCount: 0 };
}

/** Everything that lies over the cells goes, whoever set it. */
export function planStripping(standing: StandingSheet): Request[] {
  const { sheetId } = standing.properties;
  return [
    ...(standing.basicFilter === undefined ? [] : [{ clearBasicFilter: { sheetId } }]),
    ...(standing.merges.length > 0 ? [{ unmergeCells: { range: { sheetId } } }] : []),
    ...standing.bandedRanges.map(({ bandedRangeId }) => ({ deleteBanding: { bandedRangeId } })),
    ...standing.protectedRanges.map(planUnprotection),
    ...planRuleDeletions(sheetId, standing.conditionalFormats.keys()),
  ];
}

/** Only what this program set earlier goes; what the staff set stays. */
export function planStrippingOfOwn(standing: StandingSheet, layout: SheetLayout): Request[] {
  const { sheetId } = standing.properties;
  const ownRules = [...standing.conditionalFormats.entries()]
    .filter(([, rule]) => isOwnRule(rule, layout.conditionalRules))
    .map(([index]) => index);
  return [
    ...standing.protectedRanges
      .filter(({ description }) => description?.startsWith(PROTECTION_PREFIX))
      .map(planUnprotection),
    ...planRuleDeletions(sheetId, ownRules),
  ];
}

export function planHeaderUnmerging({ properties, merges }: StandingSheet, layout: SheetLayout): Request[] {
  const header: CellRange = { startRow: 0, endRow: layout.frozenRows, startColumn: 0 };
  return merges
    .map((merge) => fromGridRange(merge))
    .filter((merge) => rangesIntersect(merge, header))
    .map((merge) => ({ unmergeCells: { range: toGridRange(properties.sheetId, merge) } }));
}

function planUnprotection({ protectedRangeId }: { protectedRangeId: number }): Request {
  return { deleteProtectedRange: { protectedRangeId } };
}

/** From the last to the first: each deletion moves the indexes behind it. */
function planRuleDeletions(sheetId: number, indexes: Iterable<number>): Request[] {
  return [...indexes]
    .sort((a, b) => b - a)
    .map((index) => ({ deleteConditionalFormatRule: { sheetId, index } }));
}

/**
 * Rules carry no name. Ours is known by asking the same (condition and text) of the same cells, so that
 * a colour that changed between two versions of the program is replaced and not doubled.
 */
function isOwnRule(
  rule: StandingSheet['conditionalFormats'][number],
  own: readonly ConditionalRule[],
): boolean {
  const condition = rule.booleanRule?.condition;
  if (!condition) return false;
  const ranges = rule.ranges.map((range) => fromGridRange(range));
  return own.some(
    (candidate) =>
      nameOfCondition(toConditionalCondition(candidate)) === nameOfCondition(condition) &&
      ranges.some((range) => rangesIntersect(range, candidate.range)),
  );
}

function nameOfCondition(condition: sheets_v4.Schema$BooleanCondition | z.infer<typeof conditionSchema>) {
  return JSON.stringify([condition.type, ...(condition.values ?? []).map((value) => value.userEnteredValue)]);
}
