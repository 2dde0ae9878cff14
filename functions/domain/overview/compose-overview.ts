import type { Assessment } from '../assessment/assessed.ts';
import { factDate, type Obligation } from '../assessment/obligation.ts';
import { isDone } from '../assessment/states/state.ts';
import { percentOf, tally } from '../assessment/tally.ts';
import { addDays, type CalendarDate } from '../dates/dates.ts';
import { countFigures, MONTH_DAYS, WEEK_DAYS } from '../monitor/run-figures.ts';
import { addPoint, lastOfEach, mondayOf, pointBefore, toPoint, type TrendPoint } from '../monitor/trend.ts';
import { groupByName } from '../text/same-name.ts';
import { composeBurning, responsibleNames } from './compose-burning.ts';
import { composeGrid } from './compose-grid.ts';
import {
  ROOM,
  type AgeLine,
  type Overview,
  type ResponsibleLine,
  type SectionLine,
  type WeekChanges,
} from './overview.ts';

const REST = 'Остальные';

/** `trend`: of the runs so far; today's point is of now, whatever its run has found in the morning. */
export function composeOverview(assessment: Assessment, trend: readonly TrendPoint[]): Overview {
  const { today, records } = assessment;
  const figures = countFigures(assessment);
  const known = addPoint(trend, toPoint(today, figures));
  return {
    today,
    institution: records.settings.institution,
    figures,
    weekAgo: pointBefore(known, today, WEEK_DAYS),
    monthAgo: pointBefore(known, today, MONTH_DAYS),
    oldest: oldestOf(overdueOf(assessment)[0]),
    burning: composeBurning(assessment),
    week: weekOf(assessment),
    sections: sectionsOf(assessment),
    responsible: responsibleOf(assessment),
    ages: agesOf(overdueOf(assessment)),
    weeks: lastOfEach(known, mondayOf, ROOM.weeks),
    months: lastOfEach(known, (day) => day.slice(0, 7), ROOM.months),
    grid: composeGrid(assessment),
  };
}

/** Worst first. */
function overdueOf({ obligations }: Assessment): readonly Obligation[] {
  return obligations
    .filter(({ state }) => state === 'overdue')
    .toSorted((a, b) => b.overdueDays - a.overdueDays);
}

function weekOf(assessment: Assessment): WeekChanges {
  const since = addDays(assessment.today, -WEEK_DAYS);
  const isOfWeek = (day: CalendarDate | undefined) =>
    day !== undefined && day > since && day <= assessment.today;
  const done = assessment.obligations.filter(
    ({ state, execution }) => isDone(state) && execution && isOfWeek(factDate(execution)),
  );
  const late = overdueOf(assessment).filter(({ overdueDays }) => overdueDays <= WEEK_DAYS);
  return {
    done: done.length,
    newlyOverdue: late.map(nameObligation),
  };
}

function nameObligation({ school, measure }: Obligation): string {
  return `${school ?? 'муниципалитет'}, мероприятие ${measure}`;
}

function oldestOf(worst: Obligation | undefined): Overview['oldest'] {
  if (!worst?.occurrence) return undefined;
  return { name: nameObligation(worst), since: worst.occurrence.controlDate, days: worst.overdueDays };
}

function sectionsOf({ measures, obligations }: Assessment): readonly SectionLine[] {
  const byMeasure = Map.groupBy(obligations, ({ measure }) => measure);
  const lines = groupByName(measures, ({ measure }) => measure.section).map(([title, those]) => {
    const own = those.flatMap(({ measure }) => byMeasure.get(measure.number) ?? []);
    const { total, due, dueDone, percent, byState } = tally(own);
    return { title: title || 'Раздел не указан', total, due, dueDone, overdue: byState.overdue, percent };
  });
  return foldRest(lines, (rest) => {
    const sum = (of: (line: SectionLine) => number) => rest.reduce((all, line) => all + of(line), 0);
    const [due, dueDone] = [sum((line) => line.due), sum((line) => line.dueDone)];
    return {
      title: `${REST} разделы`,
      total: sum((line) => line.total),
      due,
      dueDone,
      overdue: sum((line) => line.overdue),
      percent: percentOf(dueDone, due),
    };
  });
}

function responsibleOf(assessment: Assessment): readonly ResponsibleLine[] {
  const nameOf = responsibleNames(assessment.measures);
  const lines = groupByName(overdueOf(assessment), nameOf).map(([name, those]): ResponsibleLine => ({
    name,
    overdue: those.length,
    longest: those[0]?.overdueDays ?? 0,
  }));
  const sorted = lines.toSorted((a, b) => b.overdue - a.overdue || b.longest - a.longest);
  return foldRest(sorted, (rest) => ({
    name: REST,
    overdue: rest.reduce((all, { overdue }) => all + overdue, 0),
    longest: Math.max(...rest.map(({ longest }) => longest)),
  }));
}

/** Of more lines than fit the last stands for all the others. */
function foldRest<Line>(lines: readonly Line[], fold: (rest: readonly Line[]) => Line): readonly Line[] {
  if (lines.length <= ROOM.lines) return lines;
  return [...lines.slice(0, ROOM.lines - 1), fold(lines.slice(ROOM.lines - 1))];
}

const AGES = [
  [1, 7],
  [8, 30],
  [31, 90],
  [91, null],
] as const;

function agesOf(overdue: readonly Obligation[]): readonly AgeLine[] {
  return AGES.map(([from, to]) => ({
    from,
    to,
    count: overdue.filter(({ overdueDays }) => overdueDays >= from && overdueDays <= (to ?? Infinity)).length,
  }));
}
