import type { CalendarDate } from '../dates/dates.ts';
import type { RowId } from './worksheet-key.ts';

/** By row of «Внешние акты» the day on which the act was first read whole; null where it stood there before anyone looked. */
export type ActEntries = Readonly<Record<RowId, CalendarDate | null>>;

/** Acts that are remembered: the log has to fit its document. Of those beyond nobody learns that they came late. */
const MOST_ACTS = 1_000;

/** The log with the acts that are new to it. The same acts give the same log, however often they are looked at. */
export function extendEntries(
  log: ActEntries,
  acts: readonly { readonly rowId: RowId }[],
  on: CalendarDate | null,
): ActEntries {
  const room = MOST_ACTS - Object.keys(log).length;
  const added = acts.filter(({ rowId }) => !Object.hasOwn(log, rowId)).slice(0, Math.max(0, room));
  if (added.length === 0) return log;
  return { ...log, ...Object.fromEntries(added.map(({ rowId }) => [rowId, on])) };
}
