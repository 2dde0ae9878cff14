/** What stands below `workbooks/ID`, each once; a backup that passed over one would lose it in silence (by test). */
const BELOW_WORKBOOK = [
  'calendars',
  'claims',
  'history',
  'large',
  'letters',
  'report-inputs',
  'report-states',
  'reports',
  'rows',
  'runs',
] as const;

export const WORKBOOKS = 'workbooks';

/** Besides the workbooks. Quotas are of a minute, and stay where they are counted. */
export const BESIDE_WORKBOOKS = ['calendars'] as const;

export function collectionsOf(workbookId: string): readonly string[] {
  return BELOW_WORKBOOK.map((name) => `${WORKBOOKS}/${workbookId}/${name}`);
}
