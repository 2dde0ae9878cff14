import type { History } from './history/read-history.ts';
import type { HistoryEntry } from './history/history-entries.ts';

/** The page as text, Russian: one paragraph an entry, a line for each cell. */
export function describeHistory({ title, entries, cursor }: History): string {
  const rest = cursor === null ? [] : [`Более раннее — начиная с ревизии ${cursor}.`];
  const body = entries.length > 0 ? entries.map(describeEntry) : ['Записей ещё нет.'];
  return [title, ...body, ...rest].join('\n');
}

function describeEntry({ revision, moment, by, what, cells }: HistoryEntry): string {
  const lines = cells.map(
    ({ column, before, after }) => `  «${column}»: ${quoted(before)} → ${quoted(after)}`,
  );
  return [`${moment}, ревизия ${revision}, ${by}: ${what}`, ...lines].join('\n');
}

function quoted(value: string): string {
  return value === '' ? 'пусто' : `«${value}»`;
}
