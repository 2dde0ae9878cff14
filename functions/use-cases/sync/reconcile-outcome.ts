import type { CalendarDate } from '../../domain/dates/dates.ts';
import { SEVERITY_TITLES, SEVERITIES } from '../../domain/findings/finding.ts';
import { countOf, NOUNS } from '../../domain/text/russian.ts';
import type { RowChange } from '../../domain/sync/plan-sync.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { STAFF_WORKSHEETS } from '../../domain/records/worksheet-key.ts';
import { questionOf } from './deletion-consent.ts';
import type { ReconcilePlan } from './plan-reconcile.ts';
import type { Head, SeverityCounts } from '../stored/head/head.ts';
import type { LastRun } from '../stored/runs/run-state.ts';
import { columnTitle } from '../../workbook/table/show-cell.ts';
import { formatGone, listTitles } from './reading/structure-findings.ts';

/** What the brake holds of one worksheet: rows that vanished, titles of columns that were emptied. */
export interface BrakedWorksheet {
  readonly worksheet: string;
  readonly rows: number;
  readonly columns?: readonly string[];
}

export interface ReconcileOutcome {
  readonly status: 'unchanged' | 'changed';
  readonly revision: number;
  /** The day that was assessed. */
  readonly today: CalendarDate;
  readonly counts: Readonly<Record<RowChange['kind'], number>>;
  /** Losses that wait for a person's word. */
  readonly braked: readonly BrakedWorksheet[];
  /** Russian: what they are, the first ten rows by their names; '' where none waits. */
  readonly held: string;
  /** Names these losses, for the yes to them (`DeletionConsent`); '' where none waits. */
  readonly question: string;
  readonly findings: SeverityCounts;
  /** The day of the last monitoring run, and what is kept of it; null before the first. */
  readonly monitoredOn: CalendarDate | null;
  readonly run: LastRun | null;
  /** The revision up to which history and rows were compared; null before the first time. */
  readonly checkedRevision: number | null;
  /** The instant of the commit by which the pass has planned the day's letters; absent where it has not. */
  readonly mailPlannedAt?: string;
}

const NO_CHANGES = { create: 0, update: 0, delete: 0, restore: 0 };

export function assembleReconcileOutcome(
  head: Head,
  today: CalendarDate,
  plan?: ReconcilePlan,
): ReconcileOutcome {
  const { revision, findings } = head;
  const standing = {
    revision,
    today,
    findings,
    monitoredOn: head.monitoredOn,
    run: head.runs?.last ?? null,
    checkedRevision: head.selfCheck?.revision ?? null,
    braked: heldBack(head),
    held: listHeld(head),
    question: questionOf(head),
  };
  if (!plan) return { status: 'unchanged', ...standing, counts: NO_CHANGES };
  const syncs = Object.entries(plan.syncs);
  const changes = syncs.flatMap(([, sync]) => sync.changes);
  return {
    status: 'changed',
    ...standing,
    counts: {
      create: changes.filter(({ kind }) => kind === 'create').length,
      update: changes.filter(({ kind }) => kind === 'update').length,
      delete: changes.filter(({ kind }) => kind === 'delete').length,
      restore: changes.filter(({ kind }) => kind === 'restore').length,
    },
  };
}

/** Two passes of one call as one: what the first accepted, and how things stand after the second. */
export function addOutcomes(first: ReconcileOutcome, second: ReconcileOutcome): ReconcileOutcome {
  const kinds = Object.keys(first.counts) as RowChange['kind'][];
  return {
    ...first,
    ...second,
    status: first.status === 'changed' ? 'changed' : second.status,
    counts: Object.fromEntries(
      kinds.map((kind) => [kind, first.counts[kind] + second.counts[kind]]),
    ) as ReconcileOutcome['counts'],
  };
}

function heldBack({ held }: Head): ReconcileOutcome['braked'] {
  return STAFF_WORKSHEETS.flatMap((key) => {
    const losses = held[key];
    if (!losses) return [];
    const columns = losses.columns?.map(({ column }) => columnTitle(key, column));
    return [{ worksheet: WORKSHEETS[key].title, rows: losses.rows, ...(columns && { columns }) }];
  });
}

const CHANGE_WORDS: readonly (readonly [RowChange['kind'], string])[] = [
  ['create', 'новых'],
  ['update', 'изменённых'],
  ['delete', 'удалённых'],
  ['restore', 'восстановленных'],
];

/** «новых — 3, удалённых — 1»; '' where all are none. */
export function listCounts(counts: ReconcileOutcome['counts']): string {
  return CHANGE_WORDS.filter(([kind]) => counts[kind] > 0)
    .map(([kind, word]) => `${word} — ${counts[kind]}`)
    .join(', ');
}

/** What the synchronisation brought, in Russian. */
export function describeChanges({ status, counts, braked }: ReconcileOutcome): string {
  const listed = listCounts(counts);
  const rows = listed === '' ? 'Строки без изменений.' : `Принято строк: ${listed}.`;
  const held = braked.flatMap(describeBraked);
  if (status === 'unchanged' && held.length === 0) return 'С прошлой проверки ничего не изменилось.';
  return rows + held.join('');
}

/** What waits for a person's word, a sentence each; none where nothing does. */
export function describeHeld(head: Head): readonly string[] {
  return heldBack(head)
    .flatMap(describeBraked)
    .map((sentence) => sentence.trim());
}

/** What a person is asked about. */
export function listHeld({ held }: Head): string {
  const told = STAFF_WORKSHEETS.flatMap((key) => {
    const { rows = 0, names = [], columns = [] } = held[key] ?? {};
    const { title } = WORKSHEETS[key];
    return [
      ...(rows > 0 ? [`С листа «${title}» разом ${formatGone(rows)}${listTitles(rows, names)}.`] : []),
      ...columns.map(
        ({ column }) => `На листе «${title}» разом опустел столбец «${columnTitle(key, column)}».`,
      ),
    ];
  });
  return told.join(' ');
}

function describeBraked({ worksheet, rows, columns = [] }: BrakedWorksheet): string[] {
  return [
    ...(rows > 0 ? [` С листа «${worksheet}» ${formatGone(rows)}: удаление ждёт подтверждения.`] : []),
    ...columns.map(
      (title) => ` На листе «${worksheet}» опустел столбец «${title}»: очистка ждёт подтверждения.`,
    ),
  ];
}

/** «Замечаний 7: ошибка — 3, …», in Russian. */
export function describeFindings(findings: SeverityCounts): string {
  const total = SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0);
  if (total === 0) return 'Замечаний нет.';
  const parts = SEVERITIES.filter((severity) => findings[severity] > 0).map(
    (severity) => `${SEVERITY_TITLES[severity].toLocaleLowerCase('ru')} — ${findings[severity]}`,
  );
  return `${countOf(total, NOUNS.finding)}: ${parts.join(', ')}.`;
}
