import {
  layoutRecovery,
  RECOVERY_TITLE,
  type Recovery,
} from '../../workbook/server-sheets/recovery-sheet.ts';
import { digestOf, valuesOf } from '../sync/reading/sheet-digest.ts';
import { planAppends, type Addition } from '../append/plan-appends.ts';
import type { RestorePlan } from './plan-restore.ts';
import type { SheetEdit, SpreadsheetOutline, Tab } from '../ports/spreadsheets.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import type { WantedRows } from './read-wanted.ts';
import type { Dependencies } from '../ports/dependencies.ts';

export interface RecoveryTab {
  readonly sheetId: number;
  readonly title: string;
}

/** Sheet ids from here on are those of «Восстановление», one after the other; nobody else chooses such ids. */
const FIRST_SHEET_ID = 147_000_000;
const SHEET_IDS = 1_000_000;

export interface RecoveryBatch {
  readonly standing: Standing;
  readonly plan: RestorePlan;
  readonly wanted: WantedRows;
  /** The rows to append now, of all those that come back. */
  readonly additions: readonly Addition[];
  readonly returned: readonly Addition[];
}

/**
 * Appends rows and renews «Восстановление» in one atomic call. The tab gets a new sheet id each time, and the old
 * one is deleted in the same call: of two calls that were planned on the same tab the spreadsheet refuses the
 * second whole, rows and all, so that no row comes back twice, also where an answer was lost and the call repeated.
 */
export async function writeRecovery(
  { spreadsheets }: Dependencies,
  workbookId: string,
  { standing, plan, wanted, additions, returned }: RecoveryBatch,
): Promise<{ readonly tab: RecoveryTab | null; readonly hasWritten: boolean }> {
  const { differences, newer } = plan;
  if (additions.length + differences.length + newer.length === 0) return { tab: null, hasWritten: false };
  const outline = await spreadsheets.readOutline(workbookId);
  const old = findTab(outline);
  const recovery = { subject: wanted.subject, differences, newer, returned };
  if (additions.length === 0 && old && (await standsAs(spreadsheets, { workbookId, old, recovery }))) {
    return { tab: old, hasWritten: false };
  }
  const sheetId = (old?.sheetId ?? FIRST_SHEET_ID - 1) + 1;
  const layout = { ...layoutRecovery(recovery), title: old?.title ?? freeTitle(outline) };
  await spreadsheets.apply(workbookId, [
    ...(old ? [{ kind: 'delete_sheet', sheetId: old.sheetId } satisfies SheetEdit] : []),
    { kind: 'add_sheet', sheetId, index: 1, layout },
    ...planAppends(additions, standing, outline),
  ]);
  return { tab: { sheetId, title: layout.title }, hasWritten: true };
}

/** Known by its id, whatever people have renamed it to. */
function findTab({ tabs }: SpreadsheetOutline): Tab | undefined {
  return tabs.find(({ sheetId }) => sheetId >= FIRST_SHEET_ID && sheetId < FIRST_SHEET_ID + SHEET_IDS);
}

/** Whether the tab lists these very differences; which rows an earlier restore has brought back does not count. */
async function standsAs(
  spreadsheets: Dependencies['spreadsheets'],
  { workbookId, old, recovery }: { workbookId: string; old: Tab; recovery: Recovery },
): Promise<boolean> {
  const wanted = valuesOf(layoutRecovery({ ...recovery, returned: [] }).rows);
  const [sheet] = await spreadsheets.readValues(workbookId, [old.sheetId]);
  return digestOf(sheet?.rows.slice(0, wanted.length) ?? []) === digestOf(wanted);
}

/** A tab of the staff's own may bear the title. */
function freeTitle({ tabs }: SpreadsheetOutline): string {
  const taken = new Set(tabs.map(({ title }) => title));
  let count = 1;
  const nameOf = () => (count === 1 ? RECOVERY_TITLE : `${RECOVERY_TITLE} ${count}`);
  while (taken.has(nameOf())) count += 1;
  return nameOf();
}
