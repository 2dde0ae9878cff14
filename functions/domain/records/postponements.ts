import { formatDate, yearOf, type CalendarDate } from '../dates/dates.ts';
import type { RowId } from './worksheet-key.ts';

/** A value of «Срок перенесён на» that was accepted. */
export interface Postponement {
  /** The day on which it was; null where it stood there before anyone looked. */
  readonly on: CalendarDate | null;
  /** Null: it was taken back. */
  readonly to: CalendarDate | null;
}

/** What a row says of its term. */
interface Moveable {
  readonly rowId: RowId;
  readonly control?: { readonly postponedTo?: CalendarDate };
}

/** By row of «Исполнение», the oldest first. */
export type PostponementLog = Readonly<Record<RowId, readonly Postponement[]>>;

/**
 * Rows, values of a row, and values of all rows that are remembered: of more nobody can make sense, and the log has to
 * fit its document beside much else.
 */
const MOST_ROWS = 4_000;
const MOST_VALUES = 12;
const MOST_IN_ALL = 8_000;

/**
 * The log with what the rows say now. The same rows give the same log, however often they are looked at; `on` is the
 * day of today, or null at the first look that kept a log: what stands there then was typed on days that nobody knows.
 */
export function extendLog(
  log: PostponementLog,
  executions: readonly Moveable[],
  on: CalendarDate | null,
): PostponementLog {
  const added = executions.flatMap(({ rowId, control }): [RowId, readonly Postponement[]][] => {
    const known = log[rowId] ?? [];
    const to = control?.postponedTo ?? null;
    if (to === (known.at(-1)?.to ?? null)) return [];
    return [[rowId, [...known, { on, to }].slice(-MOST_VALUES)]];
  });
  if (added.length === 0) return log;
  return limit({ ...log, ...Object.fromEntries(added) }, executions);
}

/** What is known goes before what is new, so that the same rows find their log full in the same way each time. */
function limit(log: PostponementLog, executions: readonly Moveable[]): PostponementLog {
  const all = Object.entries(log);
  const standing = new Set(executions.map(({ rowId }) => rowId));
  const kept = all.length > MOST_ROWS ? all.filter(([rowId]) => standing.has(rowId)) : all;
  const rows = kept.slice(0, MOST_ROWS);
  const count = rows.reduce((sum, [, values]) => sum + values.length, 0);
  const most = count > MOST_IN_ALL ? Math.max(1, Math.floor(MOST_IN_ALL / rows.length)) : MOST_VALUES;
  return Object.fromEntries(rows.map(([rowId, values]) => [rowId, values.slice(-most)]));
}

/** What the log knew on the evening of `day`. */
export function logAsOf(log: PostponementLog, day: CalendarDate): PostponementLog {
  const entries = Object.entries(log).map(
    ([rowId, values]) => [rowId, values.filter(({ on }) => on === null || on <= day)] as const,
  );
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

/** Those that moved the term; one that was taken back did so until then. */
export function movesIn(values: readonly Postponement[]): readonly (Postponement & { to: CalendarDate })[] {
  return values.filter((each): each is Postponement & { to: CalendarDate } => each.to !== null);
}

const TIMES: readonly string[] = ['', 'один раз', 'дважды', 'трижды'];

/** «перенесён дважды: с 31.08. на 15.09., на 30.09.»; the year is named where it changes. */
export function formatMoves(from: CalendarDate, values: readonly Postponement[]): string {
  const days = movesIn(values).map(({ to }) => to);
  const isOneYear = days.every((day) => yearOf(day) === yearOf(from));
  const format = (day: CalendarDate): string => (isOneYear ? formatDate(day).slice(0, 6) : formatDate(day));
  const times = TIMES[days.length] ?? `${days.length} раз`;
  return `перенесён ${times}: с ${format(from)} ${days.map((day) => `на ${format(day)}`).join(', ')}`;
}
