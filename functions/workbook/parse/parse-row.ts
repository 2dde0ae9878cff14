import type { CalendarDate } from '../../domain/dates/dates.ts';
import { saysNothing, type Evidence } from '../../domain/records/evidence.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { RowId } from '../../domain/records/worksheet-key.ts';
import type { Worksheet } from '../worksheets/spec.ts';
import type { RowCells } from '../table/table.ts';
import { formatPlainNumber, type KnownNames, type ParsedValue, type ShownCell } from './cells/cell.ts';
import { parseCell } from './cells/parse-cell.ts';

/** A row's cells by their meaning; a cell that was not understood reads as empty and has a finding. */
export interface ParsedRow {
  readonly id: RowId;
  text(key: string): string;
  date(key: string): CalendarDate | undefined;
  number(key: string): number | undefined;
  list(key: string): readonly string[];
  /** Nothing was typed there, not even something unreadable. */
  isBlank(key: string): boolean;
  /** A reason or a document is asked for there, and nothing was typed or a word that is none: «нет», «потом». */
  isUntold(key: string): boolean;
  readonly findings: readonly Finding[];
}

/** All that meaning needs of a row: where it stands does not matter. */
export interface ReadRow {
  readonly id: RowId;
  readonly staff: RowCells;
  /** What is shown of the doubtful cells, where that is not the bare number; absent: nobody has looked. */
  readonly shown?: Readonly<Record<string, ShownCell>>;
}

export function parseRow(worksheet: Worksheet, row: ReadRow, names: KnownNames): ParsedRow {
  const values = new Map<string, ParsedValue>();
  const findings: Finding[] = [];
  const blanks = new Set<string>();
  for (const column of worksheet.columns) {
    if (column.owner !== 'staff') continue;
    const parsed = parseCell(row.staff[column.key] ?? null, column, names, shownIn(row, column.key));
    if ('problem' in parsed) {
      const place = { worksheet: worksheet.key, rowId: row.id, column: column.key };
      findings.push({ severity: 'error', place, ...parsed.problem });
    } else {
      values.set(column.key, parsed.value);
      if (parsed.value === null) blanks.add(column.key);
    }
  }
  findings.push(...incomplete(worksheet, row.id, blanks));
  return accessors(row.id, values, { blanks, findings });
}

function shownIn({ staff, shown }: ReadRow, key: string): ShownCell | undefined {
  const cell = staff[key];
  if (typeof cell !== 'number' || !shown) return undefined;
  return shown[key] ?? { text: formatPlainNumber(cell), format: 'as_it_is' };
}

function incomplete(worksheet: Worksheet, rowId: RowId, blanks: ReadonlySet<string>): readonly Finding[] {
  const missing = worksheet.columns.filter(({ key, isRequired }) => isRequired && blanks.has(key));
  const first = missing[0];
  if (!first) return [];
  return [
    rowIncomplete(
      { worksheet: worksheet.key, rowId, column: first.key },
      missing.map(({ title }) => title),
    ),
  ];
}

export function rowIncomplete(place: Finding['place'], titles: readonly string[]): Finding {
  return {
    code: 'row_incomplete',
    severity: 'error',
    place,
    message: `Строка заполнена не до конца: пусто ${titles.map((title) => `«${title}»`).join(', ')}.`,
    advice: 'Допишите строку или очистите её целиком.',
  };
}

function accessors(
  id: RowId,
  values: ReadonlyMap<string, ParsedValue>,
  { blanks, findings }: { blanks: ReadonlySet<string>; findings: readonly Finding[] },
): ParsedRow {
  return {
    id,
    findings,
    text: (key) => String(values.get(key) ?? ''),
    date: (key) => (values.get(key) ?? undefined) as CalendarDate | undefined,
    number: (key) => (values.get(key) ?? undefined) as number | undefined,
    list: (key) => (values.get(key) ?? []) as readonly string[],
    isBlank: (key) => blanks.has(key),
    isUntold: (key) => blanks.has(key) || saysNothing(String(values.get(key) ?? '')),
  };
}

/** The four cells of a proof, the same in every worksheet that has them. */
export function evidenceOf(row: ParsedRow): Evidence {
  const kind = row.text('evidenceKind');
  const number = row.text('evidenceNumber');
  const date = row.date('evidenceDate');
  const link = row.text('link');
  return { ...(kind && { kind }), ...(number && { number }), ...(date && { date }), ...(link && { link }) };
}
