import fc from 'fast-check';
import type { DeadlineRule } from '../../../../functions/domain/deadlines/index.ts';
import {
  ACT_KINDS,
  type DatedRule,
  type DayPoint,
  type RangeSpan,
} from '../../../../functions/domain/deadlines/rule/rule.ts';

/**
 * Well-formed rules: those that a phrase can say. In a list the years are said everywhere or nowhere, for a year
 * said once at the end holds for what stands before it.
 */
type Year = number | null;
const month = fc.integer({ min: 1, max: 12 });
const year = fc.integer({ min: 2000, max: 2099 });
const maybeYear = fc.option(year);
const dayNumber = fc.integer({ min: 1, max: 31 });
const weekdayOfMonth = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  ordinal: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('last' as const)),
});
const workingDayOfMonth = fc.record({
  workingDay: fc.oneof(fc.integer({ min: 1, max: 23 }), fc.constant('last' as const)),
});
const day = fc.oneof(dayNumber, fc.constant('last' as const), weekdayOfMonth, workingDayOfMonth);
const bound = fc.constantFrom('on', 'until', 'not_later');
const few = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { minLength: 1, maxLength: 4 });

/** Either no year anywhere or a year everywhere. */
const withYears = <T>(make: (of: fc.Arbitrary<Year>) => fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.boolean().chain((said) => make(said ? year : fc.constant(null)));

const dayPoint = (of: fc.Arbitrary<Year>): fc.Arbitrary<DayPoint> => fc.record({ day, month, year: of });
const monthPoint = (of: fc.Arbitrary<Year>) => fc.record({ month, year: of });

const byDate = fc.oneof(
  withYears((of) =>
    fc.record({
      kind: fc.constant('by_date' as const),
      bound,
      dates: few(dayPoint(of)),
      yearWord: fc.constant('none' as const),
    }),
  ),
  fc.record({
    kind: fc.constant('by_date' as const),
    bound,
    dates: few(dayPoint(fc.constant(null))),
    yearWord: fc.constantFrom('none', 'current', 'next', 'report', 'after_report'),
  }),
);
const months = withYears((of) =>
  fc.record({ kind: fc.constant('month' as const), months: few(monthPoint(of)), thenAllYear: fc.boolean() }),
);
const beforeMonth = fc.record({
  kind: fc.constant('before_month' as const),
  month: monthPoint(maybeYear),
  inclusive: fc.boolean(),
});
const monthRange = withYears((of) =>
  fc.record({
    kind: fc.constant('month_range' as const),
    ranges: few(fc.record({ from: monthPoint(of), to: fc.option(monthPoint(of)) })),
  }),
).filter(({ ranges }) => ranges.some(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to)));
const isOfThree = (system: string): boolean => system === 'trimester' || system === 'module';
const quarter = fc
  .record({
    kind: fc.constant('quarter' as const),
    system: fc.constantFrom('calendar', 'school', 'trimester', 'module'),
    ranges: few(
      fc.record({
        from: fc.integer({ min: 1, max: 4 }),
        to: fc.integer({ min: 1, max: 4 }),
        year: maybeYear,
      }),
    ),
  })
  .filter(({ system, ranges }) =>
    // only calendar quarters cross the turn of the year, and the grammar knows no year after 2099
    ranges.every(
      ({ from, to, year: of }) =>
        (from <= to || (system === 'calendar' && of !== 2099)) && (to < 4 || !isOfThree(system)),
    ),
  );

const part = fc.constantFrom(
  'first_half',
  'second_half',
  'beginning',
  'middle',
  'end',
  'decade_1',
  'decade_2',
  'decade_3',
  'week_1',
  'week_2',
  'week_3',
  'week_4',
  'week_5',
  'last_week',
);
const span = (of: fc.Arbitrary<Year>): fc.Arbitrary<RangeSpan> =>
  fc.oneof(
    fc.record({ type: fc.constant('days' as const), from: dayPoint(of), to: fc.option(dayPoint(of)) }),
    fc.record({ type: fc.constant('month_part' as const), part, month, year: of }),
    fc.record({
      type: fc.constant('month_part' as const),
      part: fc.constant('until_middle' as const),
      month,
      year: of,
    }),
    fc.record({
      type: fc.constant('part_range' as const),
      from: fc.record({ part, month, year: of }),
      to: fc.option(fc.record({ part, month, year: of })),
    }),
    fc.record({
      type: fc.constant('half_year' as const),
      half: fc.integer({ min: 1, max: 2 }),
      system: fc.constantFrom('calendar', 'school', 'unsaid'),
      year: of,
    }),
    fc.record({ type: fc.constant('summer_holidays' as const), year: of }),
  );
/** Said alone: beside a month it is what the month is about. */
const results = fc
  .oneof(
    fc.record({
      unit: fc.constant('quarter' as const),
      number: fc.integer({ min: 1, max: 4 }),
      system: fc.constant('calendar' as const),
    }),
    fc.record({
      unit: fc.constant('school_quarter' as const),
      number: fc.integer({ min: 1, max: 4 }),
      system: fc.constant('school' as const),
    }),
    fc.record({
      unit: fc.constantFrom('trimester', 'module'),
      number: fc.integer({ min: 1, max: 3 }),
      system: fc.constant('school' as const),
    }),
    fc.record({
      unit: fc.constant('half_year' as const),
      number: fc.integer({ min: 1, max: 2 }),
      system: fc.constantFrom('calendar', 'school', 'unsaid'),
    }),
  )
  .chain((of) =>
    maybeYear.map((said) => ({
      kind: 'date_range' as const,
      spans: [{ type: 'results' as const, ...of, year: said }],
    })),
  );
const isOneDay = (item: RangeSpan): boolean =>
  item.type === 'days' && JSON.stringify(item.from) === JSON.stringify(item.to);
const dateRange = withYears((of) =>
  fc.record({ kind: fc.constant('date_range' as const), spans: few(span(of)) }),
).filter(({ spans }) => !spans.every(isOneDay));

const dated: fc.Arbitrary<DatedRule> = fc.oneof(byDate, months, beforeMonth, monthRange, quarter, dateRange);

const yearRound = fc.oneof(
  fc.record({
    kind: fc.constant('year_round' as const),
    scope: fc.constantFrom('unsaid', 'calendar', 'school', 'financial', 'always', 'document'),
    from: fc.constant(null),
    to: fc.constant(null),
  }),
  fc
    .tuple(
      fc.constantFrom('calendar', 'school'),
      fc.integer({ min: 2000, max: 2090 }),
      fc.integer({ min: 0, max: 5 }),
    )
    .map(([scope, from, more]) => ({
      kind: 'year_round' as const,
      scope,
      from,
      to: from + more,
    })),
  fc.integer({ min: 2000, max: 2090 }).map((to) => ({
    kind: 'year_round' as const,
    scope: 'calendar' as const,
    from: null,
    to,
  })),
);
const annual = fc.oneof(
  fc.record({ kind: fc.constant('annual' as const), within: fc.option(dated) }),
  fc.record({
    kind: fc.constant('annual' as const),
    within: fc.option(months.filter(({ thenAllYear }) => !thenAllYear)),
    years: fc
      .tuple(fc.integer({ min: 2000, max: 2090 }), fc.option(fc.integer({ min: 1, max: 9 })))
      .map(([from, more]) => ({ from, to: more && from + more })),
  }),
);

const unit = fc.constantFrom(
  'day',
  'week',
  'month',
  'quarter',
  'school_quarter',
  'trimester',
  'module',
  'half_year',
  'year',
);
const frequency = fc.record({
  times: fc.integer({ min: 1, max: 99 }),
  every: fc.integer({ min: 1, max: 99 }),
  unit,
  atLeast: fc.boolean(),
});
const anyReport = fc.constant({ times: 1, every: 1, unit: 'report_period' as const, atLeast: false });
const of = fc.constantFrom('same', 'next');
const ofLongUnit = fc.constantFrom('first', 'last');
const longUnit = fc.constantFrom('quarter', 'school_quarter', 'trimester', 'module', 'half_year', 'year');
const dayOfMonth = fc.record({
  type: fc.constant('day_of_month' as const),
  bound,
  days: fc.oneof(few<number | 'last'>(dayNumber), fc.constant<(number | 'last')[]>(['last'])),
  of,
  andUntil: fc.option(dayPoint(maybeYear)),
});
/** «с 15 по 20 число». */
const daysOfMonth = fc
  .tuple(dayNumber, dayNumber, of)
  .filter(([from, to]) => from < to)
  .map(([from, to, month]) => ({
    type: 'day_of_month' as const,
    bound: 'not_later' as const,
    days: [to],
    from,
    of: month,
    andUntil: null,
  }));
const workingDay = fc.record({
  type: fc.constant('working_day' as const),
  bound,
  ordinal: fc.oneof(fc.integer({ min: 1, max: 23 }), fc.constant('last' as const)),
  of,
});
const weekdays = few(fc.integer({ min: 1, max: 7 }));
const weekNumbers = fc.oneof(
  few<number | 'last'>(fc.integer({ min: 1, max: 5 })),
  fc.constant<(number | 'last')[]>(['last']),
);
const weekday = fc.oneof(
  fc.record({
    type: fc.constant('weekday' as const),
    bound,
    weekdays,
    ordinals: fc.constant<(number | 'last')[]>([]),
  }),
  fc.record({
    type: fc.constant('weekday' as const),
    bound: fc.constant('on' as const),
    weekdays,
    ordinals: weekNumbers,
  }),
);
const afterUnit = fc.record({
  type: fc.constant('after_unit' as const),
  amount: fc.integer({ min: 1, max: 366 }),
  unit: fc.constantFrom('day', 'working_day'),
});
const beforeUnit = fc.record({
  type: fc.constant('before_unit' as const),
  amount: fc.record({
    count: fc.integer({ min: 1, max: 99 }),
    unit: fc.constantFrom('day', 'working_day', 'week', 'month'),
  }),
  edge: fc.constantFrom('start', 'end'),
});
const edge = fc.record({
  type: fc.constant('edge' as const),
  edge: fc.constantFrom('start', 'end', 'results'),
});
const week = fc.record({ type: fc.constant('week' as const), weeks: weekNumbers });
const within = fc.record({ type: fc.constant('within' as const), rule: dated });
const kind = fc.constant('recurring' as const);
const recurring = fc.oneof(
  fc.record({
    kind,
    frequency,
    at: fc.option(fc.oneof(dayOfMonth, daysOfMonth, workingDay, weekday, afterUnit, week, within)),
  }),
  fc.record({
    kind,
    frequency,
    at: fc.oneof(dayOfMonth, daysOfMonth, workingDay, weekday, afterUnit, week),
    during: fc.oneof(
      monthRange.filter(({ ranges }) => ranges.length === 1),
      dateRange.filter(({ spans }) => spans.length === 1 && spans[0]?.type === 'days'),
    ),
  }),
  fc.record({
    kind,
    frequency: fc.record({
      times: fc.constant(1),
      every: fc.constant(1),
      unit: longUnit,
      atLeast: fc.boolean(),
    }),
    at: fc.tuple(fc.oneof(dayOfMonth, workingDay), ofLongUnit).map(([at, month]) => ({ ...at, of: month })),
  }),
  fc.record({ kind, frequency: frequency.filter((f) => f.unit !== 'year'), at: edge }),
  fc.record({
    kind,
    frequency: frequency.filter(({ unit: of }) => of !== 'year' && of !== 'day'),
    at: beforeUnit,
  }),
  // «последний рабочий день месяца» says itself that it is monthly
  fc.record({
    kind,
    frequency: anyReport,
    at: fc.oneof(
      dayOfMonth.filter(({ days, of: month }) => days[0] !== 'last' || month === 'next'),
      workingDay.filter(({ of: month }) => month === 'next'),
      afterUnit,
    ),
  }),
);

const happening = fc.constantFrom(
  'начала экзаменов',
  'проведения семинара',
  'получения письма МОиН',
  'утверждения плана ОО',
);
const amount = fc.record({
  count: fc.integer({ min: 1, max: 999 }),
  unit: fc.constantFrom('hour', 'day', 'working_day', 'week', 'month', 'quarter', 'half_year', 'year'),
});
const event = fc.oneof(
  fc.record({
    type: fc.constant('event' as const),
    direction: fc.constant('after' as const),
    amount: fc.option(amount),
    event: fc.option(happening),
  }),
  fc.record({
    type: fc.constant('event' as const),
    direction: fc.constant('not_before' as const),
    amount,
    event: fc.option(happening),
  }),
  fc.record({
    type: fc.constant('event' as const),
    direction: fc.constant('before' as const),
    amount: fc.option(amount),
    event: happening,
  }),
  fc.record({
    type: fc.constant('event' as const),
    direction: fc.constant('at' as const),
    amount: fc.constant(null),
    event: happening,
  }),
);
const context = fc.oneof(
  fc.record({
    type: fc.constant('context' as const),
    span: fc.constantFrom('day', 'week', 'month', 'quarter', 'school_quarter', 'trimester', 'half_year'),
    weeks: fc.constant<number[]>([]),
    edge: fc.option(fc.constantFrom('start', 'middle', 'end', 'until_end')),
  }),
  fc.record({
    type: fc.constant('context' as const),
    span: fc.constant('month' as const),
    weeks: few(fc.integer({ min: 1, max: 5 })),
    edge: fc.constant(null),
  }),
);
const edgeName = fc.constantFrom('start', 'middle', 'end', 'until_start', 'until_end');
const yearEdge = fc.oneof(
  fc.record({
    type: fc.constant('year_edge' as const),
    of: fc.constantFrom('unsaid', 'calendar', 'school'),
    edge: edgeName,
    year: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('year_edge' as const),
    of: fc.constantFrom('calendar', 'school'),
    edge: edgeName,
    year,
  }),
);
const partsOfYear = fc.shuffledSubarray(['start', 'middle', 'end'] as const, { minLength: 2 });
const yearEdges = fc.oneof(
  fc.record({
    type: fc.constant('year_edges' as const),
    of: fc.constantFrom('unsaid', 'calendar', 'school'),
    edges: partsOfYear,
    year: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('year_edges' as const),
    of: fc.constantFrom('calendar', 'school'),
    edges: partsOfYear,
    year,
  }),
);
const relative = fc.record({
  kind: fc.constant('relative' as const),
  anchor: fc.oneof(event, context, yearEdge, yearEdges),
});

const issuer = fc.constantFrom('', 'МОиН Челябинской области', 'РЦОКИО об итогах', '№ 12 от 05.10.2020');
const byExternalAct = fc.oneof(
  fc.record({
    kind: fc.constant('by_external_act' as const),
    basis: fc.constant('act' as const),
    act: fc.constantFrom(...ACT_KINDS),
    detail: issuer,
  }),
  fc.record({
    kind: fc.constant('by_external_act' as const),
    basis: fc.constant('act' as const),
    act: fc.constant(null),
    detail: fc.constantFrom('учебной нагрузке', 'ФГОС'),
  }),
  fc.record({
    kind: fc.constant('by_external_act' as const),
    basis: fc.constant('established' as const),
    act: fc.constant(null),
    detail: fc.constantFrom('', 'министерством', 'в письме РЦОКИО'),
  }),
  fc.record({
    kind: fc.constant('by_external_act' as const),
    basis: fc.constant('event_period' as const),
    act: fc.constant(null),
    detail: fc.constantFrom('ВПР', 'осенних каникул', 'экзаменов ГИА'),
  }),
);
const onDemand = fc.record({
  kind: fc.constant('on_demand' as const),
  detail: fc.constantFrom(
    'по запросу района',
    'по запросу ОО',
    'по мере потребности',
    'при наличии обращений',
  ),
});

export const wellFormedRule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  dated,
  results,
  yearRound,
  annual,
  recurring,
  relative,
  byExternalAct,
  onDemand,
);
