import type { CalendarDate } from '../../domain/dates/dates.ts';
import { composeRegion } from '../../domain/report/region/compose-region.ts';
import type { RegionMember } from '../../domain/report/region/region.ts';
import type { ReportDocument, Requisites } from '../../domain/report/report-document.ts';
import type { ReportProof } from '../../domain/report/report-proof.ts';
import { WorkbookUnknownError } from '../../workbook/workbook-errors.ts';
import { hashOf } from '../stored/encoding/canonical-json.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import { assertMayAct } from '../stored/access/membership.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { todayIn } from '../ports/today.ts';
import type { Store } from '../ports/store.ts';
import { assertProved } from './kept/prove-report.ts';
import { sealReport } from './register-report.ts';
import { ReportAlteredError, ReportGoneError } from '../stored/reports/errors.ts';
import { readReportFacts } from '../stored/reports/record.ts';
import { statementsOf } from './report-outcome.ts';
import { readHeads, type Head } from '../stored/head/head.ts';

export interface RegionRequest {
  /** Of each municipality one; named twice, it counts once. */
  readonly workbookIds: readonly string[];
  /** Verified address of who asks; must be a member of every one. */
  readonly by: string;
  readonly today?: CalendarDate;
  /** By the register of the region itself; absent: a draft. */
  readonly number?: number;
  readonly requisites: Pick<Requisites, 'institution' | 'addressee' | 'signer' | 'executor'>;
}

export interface RegionOutcome {
  readonly document: ReportDocument;
  readonly proof: ReportProof;
  /** Titles of the workbooks that have no report, or whose report was recalled. */
  readonly notReported: readonly string[];
  /** Which report of each workbook was added up: its number and hash lead to it. */
  readonly sources: readonly RegionSource[];
  readonly message: string;
}

export interface RegionSource {
  readonly workbookId: string;
  readonly number: number;
  readonly documentHash: string;
}

export class RegionRefusedError extends UserFacingError {
  override readonly name = 'RegionRefusedError';
  readonly code = 'region_refused';
}

/** Every workbook is one store read, and all of them are one call. */
const MAX_WORKBOOKS = 500;

/**
 * Adds up the latest full reports of several workbooks; reads no spreadsheet and stores nothing: the numbers and hashes
 * of the reports that it adds up prove it. Throws `WorkbookUnknownError`,
 * `AccessDeniedError`, `RegionRefusedError`.
 */
export async function composeRegionReport(
  { store, clock }: Dependencies,
  { by, requisites, number = 0, ...request }: RegionRequest,
): Promise<RegionOutcome> {
  const workbookIds = [...new Set(request.workbookIds)];
  if (workbookIds.length === 0)
    throw new RegionRefusedError('Не названо ни одной книги. Перечислите их номера.');
  if (workbookIds.length > MAX_WORKBOOKS) {
    throw new RegionRefusedError(
      `Книг ${workbookIds.length}, за один раз сводится не больше ${MAX_WORKBOOKS}.`,
    );
  }
  const stored = await readHeads(store, workbookIds);
  const heads = workbookIds.map((workbookId, index) =>
    knownHead(workbookId, { head: stored[index]?.head, by }),
  );
  const sources = workbookIds.flatMap((workbookId, index): RegionSource[] => {
    const { number = 0, documentHash = '' } = heads[index]?.aggregates ?? {};
    return number === 0 ? [] : [{ workbookId, number, documentHash }];
  });
  await assertAllProved(store, workbookIds, heads);
  const at = clock.now();
  const date = request.today ?? todayIn({ clock }, heads[0]?.timeZone ?? 'UTC');
  const value = composeRegion({
    number,
    date,
    revision: 0,
    requisites: { ...requisitesOn(date), ...requisites },
    members: membersOf(heads),
  });
  const { report } = sealReport(value, { inputHash: hashOf(sources), at, by });
  const { document, proof } = report;
  const notReported = heads.flatMap(({ title, aggregates }) => (aggregates ? [] : [title]));
  return { document, proof, notReported, sources, message: statementsOf(document).join('\n') };
}

/** What the head says of a report must be what its record says. One store read a workbook, mostly. */
async function assertAllProved(
  store: Store,
  workbookIds: readonly string[],
  heads: readonly Head[],
): Promise<void> {
  for (const [index, workbookId] of workbookIds.entries()) {
    const head = heads[index];
    if (!head?.aggregates) continue;
    try {
      await assertAggregatesProved(store, { workbookId, head, aggregates: head.aggregates });
    } catch (error) {
      if (!(error instanceof UserFacingError)) throw error;
      throw new RegionRefusedError(`«${head.title}»: ${error.message}`, { cause: error });
    }
  }
}

async function assertAggregatesProved(
  store: Store,
  { workbookId, head, aggregates: { number, value, documentHash } }: Counted,
): Promise<void> {
  const [facts] = await readReportFacts(store, workbookId, [number]);
  if (!facts) throw new ReportGoneError(number);
  await assertProved(store, { workbookId, head, number }, facts);
  const isSame = hashOf(facts.aggregates ?? null) === hashOf(value) && facts.documentHash === documentHash;
  if (!isSame) throw new ReportAlteredError(number);
}

interface Counted {
  readonly workbookId: string;
  readonly head: Head;
  readonly aggregates: NonNullable<Head['aggregates']>;
}

/** The day on which the edition of 2025 took the place of that of 2016. */
const NEW_EDITION: CalendarDate = '2025-08-18';

function requisitesOn(date: CalendarDate) {
  return {
    standard: date < NEW_EDITION ? ('ГОСТ Р 7.0.97-2016' as const) : ('ГОСТ Р 7.0.97-2025' as const),
    contacts: '',
    documentKind: 'СВОДНЫЙ ОТЧЁТ',
    reference: '',
    heading: 'О комплексном сопровождении ШНОР в муниципалитетах региона',
  };
}

function knownHead(
  workbookId: string,
  { head, by }: { readonly head: Head | undefined; readonly by: string },
): Head {
  if (!head) throw new WorkbookUnknownError(workbookId);
  assertMayAct(head, by, 'reports.look');
  return head;
}

/** By the names of their institutions; two of one name, and who has not reported, by the title of the workbook too. */
function membersOf(heads: readonly Head[]): readonly RegionMember[] {
  const members = heads.map(({ title, aggregates }) => ({ title, aggregates: aggregates?.value ?? null }));
  const byName = Map.groupBy(members, ({ aggregates }) => aggregates?.institution);
  return members.map(({ title, aggregates }) => {
    const name = aggregates?.institution;
    const isAlone = byName.get(name)?.length === 1;
    return { workbook: name ? (isAlone ? name : `${name} («${title}»)`) : title, aggregates };
  });
}
