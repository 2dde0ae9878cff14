import { STATES, type Obligation, type State } from '../obligation.ts';
import type { ReportRow } from './report-document.ts';

type Span = NonNullable<ReportRow['links']>[string];

export interface DetailLinks {
  /** Of the figures of one measure: its rows, and of each state exactly those it counts. */
  ofMeasure(number: string): Readonly<Record<string, Span>>;
  /** Of sums over measures that stand together: the rows among which those counted are. */
  ofMeasures(numbers: readonly string[]): Readonly<Record<string, Span>>;
  /** The row of the one obligation. */
  ofObligation(obligation: Obligation): Span | undefined;
}

/** Figures that are counted of all rows, whatever their state. */
const OF_ALL_STATES = ['total', 'due', 'dueDone', 'percent'] as const;

/** Where the rows behind a figure stand in «Расшифровка», whose rows are `obligations` in this order. */
export function createDetailLinks(obligations: readonly Obligation[]): DetailLinks {
  const positions = new Map(obligations.map((obligation, index) => [obligation, index]));
  const spans = new Map<string, Span>();
  obligations.forEach(({ measure, state }, index) => {
    for (const key of [measure, stateKey(measure, state)]) {
      spans.set(key, { from: spans.get(key)?.from ?? index, to: index + 1 });
    }
  });
  const ofMeasure = (number: string): Record<string, Span> => {
    const whole = spans.get(number);
    const states = STATES.map((state) => [state, spans.get(stateKey(number, state))] as const);
    return compact([...OF_ALL_STATES.map((key) => [key, whole] as const), ...states]);
  };
  return {
    ofMeasure,
    ofMeasures: (numbers) => {
      const whole = hull(numbers.flatMap((number) => spans.get(number) ?? []));
      return compact([...OF_ALL_STATES, ...STATES].map((key) => [key, whole] as const));
    },
    ofObligation: (obligation) => {
      const from = positions.get(obligation);
      return from === undefined ? undefined : { from, to: from + 1 };
    },
  };
}

function stateKey(measure: string, state: State): string {
  return `${measure}\n${state}`;
}

function hull(spans: readonly Span[]): Span | undefined {
  const first = spans[0];
  return (
    first && {
      from: spans.reduce((least, { from }) => Math.min(least, from), first.from),
      to: spans.reduce((most, { to }) => Math.max(most, to), first.to),
    }
  );
}

function compact(entries: readonly (readonly [string, Span | undefined])[]): Record<string, Span> {
  return Object.fromEntries(entries.filter((entry): entry is [string, Span] => entry[1] !== undefined));
}
