/** What stands below `workbooks/ID`, each once; a backup that passed over one would lose it in silence (by test). */
const BELOW_WORKBOOK = [
  'calendars',
  'claims',
  'history',
  'large',
  'letters',
  'own-forms',
  'report-inputs',
  'report-states',
  'reports',
  'rows',
  'runs',
] as const;

/** Whose documents go on in `…/parts/PART` where they are large. */
const WITH_PARTS: ReadonlySet<string> = new Set(['own-forms', 'reports']);

export const WORKBOOKS = 'workbooks';

/** Besides the workbooks. Quotas are of a minute, and stay where they are counted. */
export const BESIDE_WORKBOOKS = ['calendars'] as const;

/** Where the document goes on; undefined for one that never does. */
export function partsOf(key: string): string | undefined {
  return WITH_PARTS.has(key.split('/').at(-2) ?? '') ? `${key}/parts` : undefined;
}

export function collectionsOf(workbookId: string): readonly string[] {
  return BELOW_WORKBOOK.map((name) => `${WORKBOOKS}/${workbookId}/${name}`);
}
