import { dateInZone } from '../domain/date-in-zone.ts';
import { findMissingRows, type MissingRow } from '../domain/missing-rows.ts';
import { countOf, listNames, NOUNS } from '../domain/russian.ts';
import { claimExpansion, releaseExpansion } from './expansion-claim.ts';
import { ExpansionHeldError, ExpansionReadOnlyError, ExpansionTooLargeError } from './expansion-errors.ts';
import { firstThatFit, planAppends } from './plan-appends.ts';
import type { Addition } from './plan-restore.ts';
import { assessTables } from './plan-reconcile.ts';
import type { SheetEdit } from './ports.ts';
import { readMemberHead, readStanding, type Standing } from './read-standing.ts';
import { reconcile, type Dependencies } from './reconcile.ts';
import { SpreadsheetError, SpreadsheetUnreachableError } from './spreadsheet-errors.ts';

export interface ExpansionRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook, and to add rows more than its head. */
  readonly by: string;
  /** False: only say what would be added. */
  readonly isConfirmed: boolean;
}

export interface ExpansionOutcome {
  readonly status: 'planned' | 'expanded' | 'unchanged';
  /** Rows that are missing, or that were added. */
  readonly count: number;
  /** Russian, for the person who asked. */
  readonly message: string;
}

/** More is a deadline read wrongly, and no plan. */
const MAX_MISSING = 20_000;

/**
 * Appends the rows that «Исполнение» lacks, school by measure by occurrence, below its last row. Like the import it
 * writes staff columns, of new rows alone, on behalf of the person who confirmed; no standing cell changes. Then an
 * ordinary synchronisation accepts the rows. Done twice it changes nothing more.
 *
 * Cost: one Sheets call to plan; to carry out two synchronisations, a claim in the store, an outline and a write for
 * each 200,000 characters.
 */
export async function expandPlan(deps: Dependencies, request: ExpansionRequest): Promise<ExpansionOutcome> {
  if (!request.isConfirmed) {
    const missing = findMissing(deps, await readStanding(deps, request));
    return { status: 'planned', count: missing.length, message: describePlan(missing) };
  }
  await assertReady(deps, request);
  const count = await appendMissing(deps, request);
  if (count === 0) return { status: 'unchanged', count, message: describePlan([]) };
  await reconcile(deps, request);
  const message = `Добавлено в конец листа «Исполнение»: ${countOf(count, NOUNS.row)}.`;
  return { status: 'expanded', count, message };
}

/** Rows that vanished may come back yet; until a person has said so, they are no reason to add others. */
async function assertReady(deps: Dependencies, request: ExpansionRequest): Promise<void> {
  const { head } = await readMemberHead(deps, request);
  if (head.members[request.by.toLowerCase()] === 'head') throw new ExpansionReadOnlyError(request.by);
  const { braked } = await reconcile(deps, { workbookId: request.workbookId, by: request.by });
  if (braked.length > 0) throw new ExpansionHeldError(braked.map(({ worksheet }) => worksheet));
}

async function appendMissing(deps: Dependencies, request: ExpansionRequest): Promise<number> {
  const claim = { ...request, now: deps.clock.now() };
  await claimExpansion(deps.store, claim);
  try {
    // Read after the claim was taken: what others have appended is in it.
    const standing = await readStanding(deps, request);
    const missing = findMissing(deps, standing);
    await writeRows(deps, request.workbookId, { standing, missing });
    await releaseExpansion(deps.store, claim);
    return missing.length;
  } catch (error) {
    // An answer that was lost may still be carried out: then the claim ends by itself, when that is certain.
    const isCertain = error instanceof SpreadsheetError && !(error instanceof SpreadsheetUnreachableError);
    if (isCertain || error instanceof ExpansionTooLargeError) await releaseExpansion(deps.store, claim);
    throw error;
  }
}

interface Missing {
  readonly standing: Standing;
  readonly missing: readonly MissingRow[];
}

async function writeRows(deps: Dependencies, workbookId: string, { standing, missing }: Missing) {
  if (missing.length === 0) return;
  if (missing.length > MAX_MISSING) throw new ExpansionTooLargeError(missing.length, MAX_MISSING);
  const outline = await deps.spreadsheets.readOutline(workbookId);
  let rest = missing.map(toAddition);
  while (rest.length > 0) {
    const batch = firstThatFit(rest);
    await deps.spreadsheets.apply(workbookId, planAppends(batch, standing, outline).map(withoutIds));
    rest = rest.slice(batch.length);
  }
}

function toAddition({ school, measure, occurrence }: MissingRow): Addition {
  const cells = { school, measure, ...(occurrence && { occurrence }) };
  return { worksheet: 'executions', rowId: NO_ID, cells };
}

const NO_ID = '';

/** The id of a new row is the synchronisation's to give. */
function withoutIds(edit: SheetEdit): SheetEdit {
  if (edit.kind !== 'append_rows') return edit;
  return { ...edit, rows: edit.rows.map((row) => row.map((cell) => (cell === NO_ID ? null : cell))) };
}

function findMissing(
  deps: Dependencies,
  { stored: { head }, tables, rows }: Standing,
): readonly MissingRow[] {
  const today = dateInZone(deps.clock.now(), head.timeZone);
  return findMissingRows(assessTables(tables, { rows, held: head.held, today }));
}

function describePlan(missing: readonly MissingRow[]): string {
  if (missing.length === 0) {
    return 'Все строки плана уже стоят на листе «Исполнение»: добавлять нечего.';
  }
  const measures = [...new Set(missing.map(({ measure }) => measure))];
  const schools = new Set(missing.map(({ school }) => school)).size;
  return (
    `На листе «Исполнение» не хватает: ${countOf(missing.length, NOUNS.row)} ` +
    `(мероприятия ${listNames(measures)}; школ — ${schools}). Они встанут в конец листа, остальные строки не ` +
    'изменятся. Мероприятия муниципалитета и «по запросу» сюда не входят.'
  );
}
