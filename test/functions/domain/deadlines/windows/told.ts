import type { CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import type { DeadlineResolution, DeadlineWindow } from '../../../../../functions/domain/deadlines/index.ts';

/** `15.03.21`; an ellipsis where nothing says when the work may begin. */
const short = (date: CalendarDate | null): string =>
  date === null ? '…' : `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(2, 4)}`;

const windowOf = ({ start, end }: DeadlineWindow): string =>
  start === end ? short(end) : `${short(start)}–${short(end)}`;

/**
 * All that a phrase comes to, a line each: `label: window` of every occurrence, `или meaning: windows` of every other
 * reading, `! warning`; or the status and its reason; last `?` where a person should choose.
 */
export function told(resolution: DeadlineResolution): readonly string[] {
  const { status, ambiguous, occurrences, readings, warnings, explanation } = resolution;
  const dates = occurrences.map(({ label, window }) => `${label}: ${windowOf(window)}`);
  const others = readings
    .filter(({ isDefault }) => !isDefault)
    .map(({ meaning, windows }) => `или ${meaning}: ${windows.map(windowOf).join(', ')}`);
  const first = status === 'dated' ? dates : [`${status}: ${explanation.replace(/^«.*?» → /su, '')}`];
  const said = warnings.map((warning) => `! ${warning}`);
  const asked = ambiguous ? ['?'] : [];
  return [...first, ...others, ...(status === 'dated' ? said : []), ...asked];
}

/** `«phrase»` and indented below it the lines that `told` must give. */
export function rowsOf(table: string): readonly (readonly [string, readonly string[]])[] {
  return table
    .trim()
    .split(/\n(?=«)/u)
    .map((block) => {
      const [phrase = '', ...lines] = block.split('\n').map((line) => line.trim());
      return [phrase.slice(1, -1), lines];
    });
}
