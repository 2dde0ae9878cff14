import type { PastChange } from '../../domain/history/past-change.ts';
import { formatMoment } from '../../domain/dates/moment.ts';
import { ROLE_TITLES, type Role } from '../../domain/roles.ts';
import type { RowChange } from '../../domain/sync/plan-sync.ts';
import type { CellChanges } from '../../domain/sync/row.ts';
import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { maskCell } from '../../workbook/parse/personal-cells.ts';
import { columnTitle, showCell } from '../../workbook/table/show-cell.ts';
import { listCounts } from '../sync/reconcile-outcome.ts';
import type { Head } from '../stored/head/head.ts';
import type { AccessChange, HistoryPart } from '../stored/history/history.ts';

export interface HistoryEntry {
  readonly revision: number;
  /** The instant in ISO 8601, UTC. */
  readonly at: string;
  /** The same by the clock of the workbook's zone: `23.11.2026 11:00`. */
  readonly moment: string;
  readonly by: string;
  /** Russian: «изменена», or how many rows of which worksheet. */
  readonly what: string;
  /** Old and new as people see them, '' for an empty cell; none where the entry is of the whole workbook. */
  readonly cells: readonly { readonly column: string; readonly before: string; readonly after: string }[];
}

export interface History {
  /** Whose history it is, Russian. */
  readonly title: string;
  /** From the newest to the oldest. */
  readonly entries: readonly HistoryEntry[];
  /** Names the next page; null where nothing older is kept. */
  readonly cursor: number | null;
}

const WORDS: Readonly<Record<RowChange['kind'], string>> = {
  create: 'добавлена',
  update: 'изменена',
  delete: 'удалена',
  restore: 'восстановлена',
};

/** What a revision did to one row. */
export function formatChange(
  part: HistoryPart,
  { worksheet, kind, cells }: PastChange,
  head: Head,
): HistoryEntry {
  return {
    ...formatPart(part, head),
    what: WORDS[kind],
    cells: inOrder(worksheet, cells).map(([key, [before, after]]) => ({
      column: columnTitle(worksheet, key),
      before: maskCell(worksheet, key, showCell(worksheet, key, before)),
      after: maskCell(worksheet, key, showCell(worksheet, key, after)),
    })),
  };
}

/** Stores do not keep the order of keys; people know that of the columns. The staff's own come last. */
function inOrder(worksheet: StaffWorksheetKey, cells: CellChanges) {
  const keys = WORKSHEETS[worksheet].columns.map(({ key }) => key);
  const place = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return Object.entries(cells).toSorted(([a], [b]) => place(a) - place(b));
}

function formatPart({ revision, at, by }: HistoryPart, { timeZone }: Head) {
  return { revision, at, by, moment: formatMoment(at, timeZone) };
}

interface RevisionView {
  readonly head: Head;
  /** Whether the reader may know who has access. */
  readonly tellsAccess: boolean;
}

/** What a revision did to the whole workbook, all its parts together. */
export function formatRevision(part: HistoryPart, { head, tellsAccess }: RevisionView): HistoryEntry {
  return { ...formatPart(part, head), what: describeRevision(part, tellsAccess), cells: [] };
}

function describeRevision({ changes, access = [] }: HistoryPart, tellsAccess: boolean): string {
  const sheets = [...Map.groupBy(changes, ({ worksheet }) => worksheet)].map(([worksheet, those]) => {
    const count = (kind: RowChange['kind']) => those.filter((each) => each.kind === kind).length;
    const counts = {
      create: count('create'),
      update: count('update'),
      delete: count('delete'),
      restore: count('restore'),
    };
    return `«${WORKSHEETS[worksheet].title}»: ${listCounts(counts)}`;
  });
  const told = tellsAccess ? access.map(describeAccess) : access.slice(0, 1).map(() => 'изменён доступ');
  return [...sheets, ...told].join('; ');
}

function describeAccess({ email, before, after, calendars = [] }: AccessChange): string {
  const title = (role: Role | null) => (role === null ? 'нет' : `«${ROLE_TITLES[role]}»`);
  const revoked = calendars.length > 0 ? `, отозваны адреса календаря: ${calendars.join(', ')}` : '';
  return `доступ ${email}: ${title(before)} → ${title(after)}${revoked}`;
}

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
