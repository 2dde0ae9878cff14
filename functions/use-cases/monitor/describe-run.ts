import { formatDate, type CalendarDate } from '../../domain/dates/dates.ts';
import { describeMissed } from '../../domain/monitor/days-missed.ts';
import type { LastRun } from '../stored/runs/run-state.ts';
import { describeChanges, describeFindings, type ReconcileOutcome } from '../sync/reconcile-outcome.ts';

/** What a person, or whoever reads the log, is told of a run; `startedAt`: the instant of this call, ISO 8601 in UTC. */
export function describeRun(outcome: ReconcileOutcome, startedAt: string): string {
  const { today, monitoredOn, run } = outcome;
  if (monitoredOn !== null && monitoredOn > today) return describeAhead(today, monitoredOn);
  const isOwn = run !== null && run.at >= startedAt;
  return [
    `Сроки проверены на ${formatDate(today)}.`,
    ...(isOwn ? describeSpecial(run) : []),
    describeChanges(outcome),
    describeFindings(outcome.findings),
  ].join(' ');
}

function describeAhead(today: CalendarDate, last: CalendarDate): string {
  return (
    `По часам сейчас ${formatDate(today)}, а ${formatDate(last)} уже проверен: второй раз ничего не делается. ` +
    'Если день неверный, проверьте часы машины.'
  );
}

function describeSpecial({ missed, setBackFrom }: LastRun): readonly string[] {
  return [
    ...(missed ? [describeMissed(missed)] : []),
    ...(setBackFrom
      ? [
          `Прошлая проверка была помечена днём ${formatDate(setBackFrom)}, которого ещё не было: часы машины ` +
            'ошибались. Записи о будущих днях убраны.',
        ]
      : []),
  ];
}
