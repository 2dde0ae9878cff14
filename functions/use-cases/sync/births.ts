import { numberRuns } from '../../domain/text/number-runs.ts';
import { parseRowId } from '../../domain/sync/row-id.ts';
import type { SyncPlan } from '../../domain/sync/plan-sync.ts';
import { STAFF_WORKSHEETS, type RowId, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import type { Head } from '../stored/head/head.ts';

/** As long after a row was first accepted its going is an undo: by Ctrl+Z, or of a draft that was typed in vain. */
const FRESH_MS = 15 * 60_000;

/** As many runs of rows are remembered; whoever brings in more in a quarter of an hour is asked about the oldest. */
const MAX_BIRTHS = 40;

type Birth = NonNullable<Head['births']>[number];

interface Moment {
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
}

interface Looking extends Partial<Moment> {
  readonly workbookId: string;
  readonly head: Pick<Head, 'births'>;
}

/** Which rows of the worksheet this person brought in within the last minutes. */
export function freshRows(
  { workbookId, head, at, by }: Looking,
  worksheet: StaffWorksheetKey,
): (id: RowId) => boolean {
  const { births = [] } = head;
  const own = at === undefined ? [] : births.filter((each) => each.by === by && isFresh(each, at));
  const runs = own.filter((each) => each.worksheet === worksheet);
  if (runs.length === 0) return () => false;
  return (id) => {
    const number = parseRowId(id, workbookId, WORKSHEETS[worksheet].idPrefix) ?? -1;
    return runs.some(({ from, to }) => from <= number && number <= to);
  };
}

/** What the head is to remember once the new rows of the pass are accepted; undefined where there never was one. */
export function planBirths(
  { workbookId, head, at, by }: Required<Looking> & { readonly head: Head },
  syncs: Readonly<Partial<Record<StaffWorksheetKey, SyncPlan>>>,
): Head['births'] {
  // What a workbook brings along at first was typed by nobody just now.
  const born = head.revision === 0 ? [] : STAFF_WORKSHEETS.flatMap(birthsOf);
  if (born.length === 0) return head.births;
  const standing = (head.births ?? []).filter((each) => isFresh(each, at));
  return [...standing, ...born].slice(-MAX_BIRTHS);

  function birthsOf(worksheet: StaffWorksheetKey): readonly Birth[] {
    const created = syncs[worksheet]?.changes.filter(({ kind }) => kind === 'create') ?? [];
    const numbers = created.flatMap(
      ({ rowId }) => parseRowId(rowId, workbookId, WORKSHEETS[worksheet].idPrefix) ?? [],
    );
    return numberRuns(numbers.toSorted((a, b) => a - b)).map((run) => ({ worksheet, ...run, at, by }));
  }
}

function isFresh(birth: Birth, now: string): boolean {
  const age = Date.parse(now) - Date.parse(birth.at);
  return age >= 0 && age <= FRESH_MS;
}
