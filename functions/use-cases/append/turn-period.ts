import type { Assessment } from '../../domain/assessment/assessed.ts';
import {
  addDays,
  daysBetween,
  formatDate,
  monthOf,
  yearOf,
  type CalendarDate,
} from '../../domain/dates/dates.ts';
import { isUnsettled } from '../../domain/assessment/states/state.ts';
import { calendarYear, kindOfPeriod, schoolYear, type Period } from '../../domain/dates/period.ts';
import type { Settings } from '../../domain/records/records.ts';
import { formatPeriod } from '../../domain/report/report-span.ts';
import { countOf, listNames, NOUNS } from '../../domain/text/russian.ts';
import { periodRows } from '../../workbook/worksheets/settings/period-settings.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { todayIn } from '../ports/today.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import { assessTables } from '../sync/plan-reconcile.ts';
import { reconcile } from '../sync/reconcile.ts';
import { appendPlanned, readPlanned, type AppendPlan } from './append-rows.ts';
import { NO_ID } from './plan-appends.ts';

export interface TurnRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook, and to turn more than its head. */
  readonly by: string;
  readonly today?: CalendarDate;
  /** The first day of the period that was confirmed; absent: only say what would change. */
  readonly turnTo?: CalendarDate;
}

export interface TurnOutcome {
  readonly status: 'planned' | 'turned' | 'unchanged';
  readonly next: CalendarDate;
  /** What is still open in the period that ends. */
  readonly open: number;
  /** Russian, for the person who asked. */
  readonly message: string;
}

/**
 * Turns the workbook to its next period: two rows more in «Настройки» name it and note from which row on «Исполнение»
 * is its own. No cell of people changes (promise 1); schools, measures and settings stay where they are, and the former
 * period goes on being reported on from the same rows. Like the import it writes new rows alone, on behalf of the person
 * who confirmed; deleting them turns back. The new period begins by itself on its first day.
 */
export async function turnPeriod(deps: Dependencies, request: TurnRequest): Promise<TurnOutcome> {
  const { workbookId, by, today, turnTo } = request;
  const asked = { workbookId, by };
  const plan = (standing: Standing) => planTurn(deps, standing, today);
  if (turnTo === undefined) {
    const { next, open, message } = await readPlanned(deps, { ...asked, action: 'period.plan' }, plan);
    return { status: 'planned', next, open, message };
  }
  const turned = await appendPlanned(deps, { ...asked, action: 'period.act' }, (standing) => {
    const planned = plan(standing);
    return planned.next === turnTo ? planned : { ...planned, additions: [] };
  });
  const { open, done } = turned;
  if (turned.additions.length === 0)
    return {
      status: 'unchanged',
      next: turnTo,
      open,
      message: `Период с ${formatDate(turnTo)} уже записан.`,
    };
  await reconcile(deps, { ...asked, ...(today && { today }) });
  return { status: 'turned', next: turnTo, open, message: done };
}

interface Turn extends AppendPlan {
  readonly next: CalendarDate;
  readonly open: number;
  readonly message: string;
  /** Once it is done. */
  readonly done: string;
}

function planTurn(deps: Dependencies, standing: Standing, day: CalendarDate | undefined): Turn {
  const { stored, tables, rows } = standing;
  const { head } = stored;
  const today = day ?? todayIn(deps, head.timeZone);
  const assessment = assessTables(tables, { rows, held: head.held, today });
  const next = nextPeriod(latest(assessment.records.settings));
  const openOnes = assessment.obligations.filter(({ state }) => isUnsettled(state));
  const { executions: firstRow, schoolPlans: firstPlanRow } = head.nextNumbers;
  const additions = periodRows(next, { firstRow, firstPlanRow }).map((cells) => ({
    worksheet: 'settings' as const,
    rowId: NO_ID,
    cells,
  }));
  return {
    additions,
    next: next.start,
    open: openOnes.length,
    message: describe(assessment, { next, today, open: openOnes }),
    done: describeDone(next, today),
  };
}

function latest({ period, otherPeriods = [] }: Settings): Period {
  return [period, ...otherPeriods].reduce((last, each) => (each.start > last.start ? each : last));
}

/** Of the same kind, from the day after; a period of another length is as long again. */
function nextPeriod(period: Period): Period {
  const start = addDays(period.end, 1);
  const kind = kindOfPeriod(period);
  if (kind === 'calendar_year') return calendarYear(yearOf(start));
  if (kind === 'school_year') return schoolYear(yearOf(start));
  if (start.endsWith('-01-01')) return calendarYear(yearOf(start));
  if (monthOf(start) === 9 && start.endsWith('-01')) return schoolYear(yearOf(start));
  return { start, end: addDays(start, daysBetween(period.start, period.end)) };
}

interface Described {
  readonly next: Period;
  readonly today: CalendarDate;
  readonly open: Assessment['obligations'];
}

function describe({ records, schools, measures }: Assessment, { next, today, open }: Described): string {
  const { period } = records.settings;
  const left = records.schools.filter(({ status }) => status === 'вышла').length;
  const stay = schools.filter(({ status }) => status !== 'вышла').length;
  return [
    `Сейчас: ${formatPeriod(period)}. Новый период: ${formatPeriod(next)} (${formatDate(next.start)} – ${formatDate(next.end)}).`,
    `Переходят: ${countOf(stay, NOUNS.school)}${left > 0 ? ` (вышедшие, ${left}, остаются в банке данных)` : ''}, ` +
      `${countOf(measures.length, NOUNS.measure)} и все настройки.`,
    describeOpen(open, period),
    'Строки прежнего периода остаются на месте, отчёты за него составляются по ним же («Отчёты…» → за что). ' +
      'В конец «Настроек» встанут две строки с границами нового периода; ваши ячейки не изменятся.',
    ...(next.start > today ? [`Новый период начнётся сам ${formatDate(next.start)}.`] : []),
  ].join('\n');
}

function describeOpen(open: Assessment['obligations'], period: Period): string {
  if (open.length === 0) return `За ${formatPeriod(period)} не закрытого нет.`;
  const names = [...new Set(open.map(({ measure }) => measure))];
  const late = open.filter(({ state }) => state === 'overdue').length;
  return (
    `Не закрыто: ${countOf(open.length, TERMS)}${late > 0 ? `, из них просрочено ${late}` : ''} (мероприятия ${listNames(names)}). ` +
    'В «Контроле» нового периода их не будет: отметьте сделанное до перехода или внесите остаток новыми строками.'
  );
}

const TERMS = ['срок', 'срока', 'сроков'] as const;

function describeDone(next: Period, today: CalendarDate): string {
  const when = next.start > today ? `начнётся ${formatDate(next.start)}` : 'действует';
  return (
    `Новый период (${formatPeriod(next)}) записан в «Настройки» и ${when}. Внесите акты нового года и ` +
    'разверните план по школам; прежние строки остались за прежним периодом.'
  );
}
