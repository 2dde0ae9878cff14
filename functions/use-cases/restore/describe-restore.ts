import { countOf, listNames, NOUNS } from '../../domain/text/russian.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { nameRow } from '../../workbook/table/show-cell.ts';
import type { RestorePlan } from './plan-restore.ts';
import type { Addition } from '../append/plan-appends.ts';
import type { WantedRows } from './read-wanted.ts';
import type { RecoveryTab } from './write-recovery.ts';

export type RestoreStatus = 'planned' | 'restored' | 'unchanged';

interface Described {
  readonly plan: RestorePlan;
  readonly wanted: WantedRows;
  readonly tab?: RecoveryTab;
}

/** What is to be done, or was, in Russian: one sentence a line. */
export function describeRestore(status: RestoreStatus, { plan, wanted, tab }: Described): string {
  const { additions, differences, newer } = plan;
  const isPlan = status === 'planned';
  const where = isPlan
    ? 'они будут перечислены на листе «Восстановление»'
    : `они перечислены на листе «${tab?.title}»`;
  const rows = new Set(differences.map(({ row }) => row.rowId));
  return [
    `Восстановление: ${wanted.subject}.`,
    ...additionLines(additions, isPlan),
    ...(differences.length > 0
      ? [
          `Не так, как было: ${countOf(differences.length, NOUNS.cell)}, строк — ${rows.size}. ` +
            `Система их не переписывает: ${where}.`,
        ]
      : []),
    ...(newer.length > 0
      ? [`Появилось позже и остаётся на месте: ${countOf(newer.length, NOUNS.row)}.`]
      : []),
    ...(additions.length + differences.length + newer.length === 0 ? nothingToDo(wanted) : []),
  ].join('\n');
}

function additionLines(additions: readonly Addition[], isPlan: boolean): readonly string[] {
  return [...Map.groupBy(additions, ({ worksheet }) => worksheet)].map(([worksheet, those]) => {
    const names = those.map(({ rowId, cells }) => `${rowId} «${nameRow(worksheet, cells)}»`);
    const verb = isPlan ? 'Вернётся' : 'Возвращено';
    const count = countOf(those.length, NOUNS.row);
    return `${verb} в конец листа «${WORKSHEETS[worksheet].title}»: ${count} — ${listNames(names)}.`;
  });
}

function nothingToDo({ hasPoint, deletions }: WantedRows): readonly string[] {
  if (hasPoint) return ['Всё стоит так, как было: возвращать нечего.'];
  if (deletions === undefined) {
    return [
      'Строка стоит на листе: возвращать нечего. Чтобы сравнить её с прошлым, назовите ревизию или момент.',
    ];
  }
  if (deletions.length === 0) return ['Пропавших и удалённых строк нет: возвращать нечего.'];
  return [
    'Пропавших строк нет. Чтобы вернуть удалённые, назовите ревизию до удаления:',
    ...deletions.map(
      ({ revision, moment, rows }) =>
        `  ${moment} в ревизии ${revision} удалено: ${countOf(rows, NOUNS.row)} — назовите ревизию ${revision - 1}`,
    ),
  ];
}
