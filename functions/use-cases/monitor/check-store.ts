import { hashStates } from '../../domain/history/hash-states.ts';
import { createRewind } from '../../domain/history/rewind.ts';
import { STAFF_WORKSHEETS } from '../../domain/records/worksheet-key.ts';
import { contend } from '../sync/contention.ts';
import { fencedHead } from '../stored/plan-commit.ts';
import type { Store } from '../ports/store.ts';
import { readMemberHead } from '../stored/access/membership.ts';
import { formatProblem, readStates } from '../history/read-states.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Head, SelfCheck } from '../stored/head/head.ts';
import { createChainCheck } from './check-chain.ts';
import { checkReports } from '../report/kept/check-reports.ts';
import { MAX_REVISIONS, readHistoryParts } from '../stored/history/history.ts';

export interface CheckRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  /** Back to the very beginning, whatever earlier checks have found. */
  readonly isFull?: boolean;
}

export interface CheckOutcome {
  readonly agrees: boolean;
  /** The revisions that were gone through: after the first, up to the last. */
  readonly from: number;
  readonly revision: number;
  /** With the result in it. */
  readonly head: Head;
  /** Russian, for the person who asked. */
  readonly message: string;
}

/**
 * Does the history lead to the rows as they are stored? The rows are taken back, change by change, to the revision
 * of the last check that was well, and must have the hash that was kept then; the first time, back to revision 0,
 * nothing must be left. A check that fails keeps its place, so it fails until the store is put right.
 *
 * Cost: one store read a shard and one a document of the history since the last check, one write. No Sheets call.
 */
export async function checkStore(deps: Dependencies, request: CheckRequest): Promise<CheckOutcome> {
  const { store, clock } = deps;
  const { workbookId, isFull = false } = request;
  const { head } = await readMemberHead(deps, request, 'monitor.run');
  const anchor = anchorOf(head, isFull);
  const { hash, ...compared } = await compare(store, { workbookId, head, anchor });
  const problem = compared.problem ?? (isFull ? await checkReports(store, { workbookId, head }) : null);
  const { revision } = head;
  const kept = head.selfCheck?.anchor ?? BEGINNING;
  const selfCheck = {
    revision,
    at: clock.now(),
    anchor: problem === null ? { revision, hash, historyHash: head.historyHash ?? '' } : kept,
    problem,
  };
  return {
    agrees: problem === null,
    from: anchor.revision,
    revision,
    head: await saveCheck(deps, request, selfCheck),
    message: describe(problem, { from: anchor.revision, revision, ...(isFull && { head }) }),
  };
}

interface Anchor {
  readonly revision: number;
  /** Unknown where the last check is further back than one run goes. */
  readonly hash: string | undefined;
  /** Of the history up to there; undefined where it is not known. */
  readonly historyHash?: string | undefined;
}

/** Before the first revision there are no rows. */
const BEGINNING = { revision: 0, hash: hashStates(new Map()), historyHash: '' };

function anchorOf({ revision, selfCheck }: Head, isFull: boolean): Anchor {
  const anchor = (isFull ? undefined : selfCheck?.anchor) ?? BEGINNING;
  const earliest = revision - MAX_REVISIONS;
  return anchor.revision >= earliest ? anchor : { revision: earliest, hash: undefined };
}

interface Comparison {
  readonly workbookId: string;
  readonly head: Head;
  readonly anchor: Anchor;
}

async function compare(store: Store, { workbookId, head, anchor }: Comparison) {
  const known = head.revision;
  const rows = await readStates(store, { workbookId, head, worksheets: STAFF_WORKSHEETS });
  const toAnchor = createRewind(rows, { revision: anchor.revision, known });
  // People go on typing: rows that are newer than the head are taken back to it before they are hashed.
  const toHead = createRewind(rows, { revision: known, known });
  const span = { after: anchor.revision, latest: known };
  const chain = createChainCheck(anchor.historyHash);
  for await (const part of readHistoryParts(store, workbookId, span)) {
    if (part.revision <= known) chain.add(part);
    const { changes } = part;
    for (const change of changes) {
      toAnchor.add(change);
      toHead.add(change);
    }
  }
  const { states, problems } = toAnchor.finish();
  const isSame = anchor.hash === undefined || hashStates(states) === anchor.hash;
  const found = [...problems.map(formatProblem), ...chain.finish(head.historyHash)];
  const problem = found.length > 0 ? listProblems(found) : null;
  return {
    hash: hashStates(toHead.finish().states),
    problem:
      problem ?? (isSame ? null : `возврат к ревизии ${anchor.revision} даёт не те строки, что были тогда`),
  };
}

const LISTED = 3;

function listProblems(problems: readonly string[]): string {
  const rest = problems.length - LISTED;
  return problems.slice(0, LISTED).join('; ') + (rest > 0 ? ` и ещё ${rest}` : '');
}

/** Onto the head as it stands by now: what was found holds for its revision, whatever came since. */
async function saveCheck(deps: Dependencies, request: CheckRequest, selfCheck: SelfCheck): Promise<Head> {
  return await contend(deps, async () => {
    const { head, version } = await readMemberHead(deps, request, 'monitor.run');
    const next = { ...head, selfCheck };
    await deps.store.commit([fencedHead(request.workbookId, next, version)]);
    return next;
  });
}

interface Checked {
  readonly from: number;
  readonly revision: number;
  /** Whose reports were gone over too. */
  readonly head?: Head;
}

function describe(problem: string | null, { from, revision, head }: Checked): string {
  const span = `ревизии ${from}–${revision}`;
  const last = head?.lastReport?.number ?? 0;
  const proved = last > 1 ? ` Отчёты с № 1 по № ${last} подтверждены.` : ' Отчёт № 1 подтверждён.';
  const reports = last > 0 ? proved : '';
  if (problem === null) return `История и хранилище сходятся (${span}).${reports}`;
  return (
    `История и хранилище расходятся (${span}): ${problem}. Таблица цела, и синхронизация работает. ` +
    'Сохраните копию хранилища и покажите это сообщение тому, кто сопровождает систему.'
  );
}
