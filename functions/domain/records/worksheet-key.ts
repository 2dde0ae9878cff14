/** The worksheets that staff own, by the word the code uses for them. */
export const STAFF_WORKSHEETS = [
  'schools',
  'regulation',
  'acts',
  'executions',
  'journal',
  'schoolPlans',
  'calendar',
  'people',
  'settings',
] as const;

export type StaffWorksheetKey = (typeof STAFF_WORKSHEETS)[number];

/** Names a row of the workbook for ever; see `row-id.ts`. */
export type RowId = string;

/** Where something stands: a row of a worksheet, or the worksheet as a whole (`rowId` null). */
export interface Place {
  readonly worksheet: StaffWorksheetKey;
  readonly rowId: RowId | null;
  /** Key of the column in the worksheet's description. */
  readonly column?: string;
}
