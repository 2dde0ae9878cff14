import type { CalendarDate } from '../domain/dates.ts';
import type { Assessment } from '../domain/assessment.ts';
import { SEVERITY_TITLES, SEVERITIES } from '../domain/finding.ts';
import { countOf, NOUNS } from '../domain/russian.ts';
import type { RowChange } from '../domain/sync/plan-sync.ts';
import { WORKSHEETS } from '../workbook/index.ts';
import { STAFF_WORKSHEETS } from '../domain/worksheet-key.ts';
import type { ReconcilePlan } from './plan-reconcile.ts';
import type { Head, SeverityCounts } from './stored-documents.ts';

export interface ReconcileOutcome {
  readonly status: 'unchanged' | 'changed';
  readonly revision: number;
  /** The day that was assessed. */
  readonly today: CalendarDate;
  readonly counts: Readonly<Record<RowChange['kind'], number>>;
  /** Worksheets whose vanished rows wait for a person's word. */
  readonly braked: readonly { readonly worksheet: string; readonly rows: number }[];
  readonly findings: SeverityCounts;
  /** Absent where nothing had to be assessed. */
  readonly assessment?: Assessment;
}

const NO_CHANGES = { create: 0, update: 0, delete: 0, restore: 0 };

export function formatOutcome(head: Head, today: CalendarDate, plan?: ReconcilePlan): ReconcileOutcome {
  const { revision, findings } = head;
  if (!plan)
    return { status: 'unchanged', revision, today, findings, counts: NO_CHANGES, braked: heldBack(head) };
  const syncs = Object.entries(plan.syncs);
  const changes = syncs.flatMap(([, sync]) => sync.changes);
  return {
    status: 'changed',
    revision,
    today,
    findings,
    counts: {
      create: changes.filter(({ kind }) => kind === 'create').length,
      update: changes.filter(({ kind }) => kind === 'update').length,
      delete: changes.filter(({ kind }) => kind === 'delete').length,
      restore: changes.filter(({ kind }) => kind === 'restore').length,
    },
    braked: heldBack(head),
    assessment: plan.assessment,
  };
}

function heldBack({ held }: Head): ReconcileOutcome['braked'] {
  return STAFF_WORKSHEETS.flatMap((key) => {
    const rows = held[key]?.rows;
    return rows === undefined ? [] : [{ worksheet: WORKSHEETS[key].title, rows }];
  });
}

const CHANGE_WORDS: readonly (readonly [RowChange['kind'], string])[] = [
  ['create', 'новых'],
  ['update', 'изменённых'],
  ['delete', 'удалённых'],
  ['restore', 'восстановленных'],
];

/** What the synchronisation brought, in Russian. */
export function describeChanges({ status, counts, braked }: ReconcileOutcome): string {
  const parts = CHANGE_WORDS.filter(([kind]) => counts[kind] > 0).map(
    ([kind, word]) => `${word} — ${counts[kind]}`,
  );
  const rows = parts.length > 0 ? `Принято строк: ${parts.join(', ')}.` : 'Строки без изменений.';
  const held = braked.map(
    ({ worksheet, rows: gone }) =>
      ` С листа «${worksheet}» пропало ${countOf(gone, NOUNS.row)}: удаление ждёт подтверждения.`,
  );
  if (status === 'unchanged' && held.length === 0) return 'С прошлой проверки ничего не изменилось.';
  return rows + held.join('');
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
