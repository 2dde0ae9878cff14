import type { Execution, ExternalAct, JournalEntry, Mark, WorkbookRecords } from '../../domain/records.ts';
import type { Finding } from '../../domain/finding.ts';
import { SCOPE_TITLES, SCOPES, type Measure } from '../../domain/regulation.ts';
import type { DayOverride } from '../../domain/working-calendar/index.ts';
import type { StaffWorksheetKey } from '../../domain/worksheet-key.ts';
import { WORKSHEETS } from '../worksheets/index.ts';
import type { RowId } from '../../domain/worksheet-key.ts';
import type { IdentifiedRow, RowCells } from '../table/table.ts';
import { DAY_KIND_TITLES } from '../worksheets/calendar.ts';
import { textOf, type KnownNames } from './cell.ts';
import { evidenceOf, parseRow, rowIncomplete, type ParsedRow } from './parse-row.ts';
import { parseSettings } from './parse-settings.ts';
import { toSchool } from './to-school.ts';

export type IdentifiedRows = Readonly<Record<StaffWorksheetKey, readonly IdentifiedRow[]>>;

/** All that meaning needs of a row: where it stands does not matter. */
export type RecordRows = Readonly<
  Record<StaffWorksheetKey, readonly { readonly id: RowId; readonly staff: RowCells }[]>
>;

/** The rows of all worksheets by their meaning. What is not understood becomes a finding, never a guess. */
export function parseRecords(rows: RecordRows, defaultYear: number): WorkbookRecords {
  const names = knownNames(rows);
  const parsed = Object.fromEntries(
    Object.entries(rows).map(([key, those]) => [
      key,
      those.map((row) => parseRow(WORKSHEETS[key as StaffWorksheetKey], row, names)),
    ]),
  ) as Record<StaffWorksheetKey, ParsedRow[]>;
  const measures = parsed.regulation.flatMap(toMeasure);
  const settings = parseSettings(parsed.settings, defaultYear);
  const findings = Object.values(parsed).flatMap((those) => those.flatMap((row) => row.findings));
  return {
    settings: settings.settings,
    measures,
    schools: parsed.schools.flatMap(toSchool),
    acts: parsed.acts.flatMap(toAct),
    executions: parsed.executions.flatMap((row) => toExecution(row, measures)),
    journal: parsed.journal.flatMap(toJournalEntry),
    dayOverrides: parsed.calendar.flatMap(toDayOverride),
    findings: [
      ...findings,
      ...settings.findings,
      ...parsed.regulation.flatMap(manualFindings),
      ...parsed.executions.flatMap((row) => schoolMissing(row, measures)),
    ],
  };
}

function knownNames(rows: RecordRows): KnownNames {
  const column = (key: 'schools' | 'regulation', name: string) =>
    rows[key].flatMap(({ staff }) => {
      const cell = staff[name] ?? null;
      return cell === null ? [] : [textOf(cell)];
    });
  return { schools: column('schools', 'name'), measures: column('regulation', 'number') };
}

function toMeasure(row: ParsedRow): Measure[] {
  const number = row.text('number');
  if (!number) return [];
  const date = row.date('manualDate');
  const reason = row.text('manualReason');
  const author = row.text('manualAuthor');
  return [
    {
      rowId: row.id,
      number,
      section: row.text('section'),
      title: row.text('title'),
      deadlinePhrase: row.text('deadline'),
      responsible: row.text('responsible'),
      scope: SCOPES.find((scope) => SCOPE_TITLES[scope] === row.text('scope')) ?? 'each_school',
      ...(date && reason && author && { manual: { date, reason, author } }),
    },
  ];
}

/** A date set by hand counts only with its reason and author. */
function manualFindings(row: ParsedRow): Finding[] {
  const keys = ['manualDate', 'manualReason', 'manualAuthor'];
  const blank = keys.filter((key) => row.isBlank(key));
  if (blank.length === 0 || row.isBlank('manualDate')) return [];
  const titles = WORKSHEETS.regulation.columns.filter(({ key }) => blank.includes(key));
  return [
    {
      code: 'manual_date_incomplete',
      severity: 'error',
      place: { worksheet: 'regulation', rowId: row.id, column: 'manualDate' },
      message: 'Контрольная дата вручную не действует: нужны причина и указание, кем назначена.',
      advice: `Заполните ${titles.map(({ title }) => `«${title}»`).join(', ')}.`,
    },
  ];
}

function toAct(row: ParsedRow): ExternalAct[] {
  const date = row.date('date');
  const dueDate = row.date('dueDate');
  const [kind, number, measures] = [row.text('kind'), row.text('number'), row.list('measures')];
  if (!date || !kind || !number) return [];
  return [
    { rowId: row.id, kind, number, date, measures, issuer: row.text('issuer'), ...(dueDate && { dueDate }) },
  ];
}

function toExecution(row: ParsedRow, measures: readonly Measure[]): Execution[] {
  const number = row.text('measure');
  const measure = measures.find((each) => each.number === number);
  const school = row.text('school') || null;
  if (!measure || (school === null && measure.scope !== 'municipality')) return [];
  const doneOn = row.date('doneOn');
  return [
    {
      rowId: row.id,
      school,
      measure: number,
      occurrence: row.text('occurrence'),
      mark: (row.text('mark') || 'не начато') as Mark,
      evidence: evidenceOf(row),
      ...(doneOn && { doneOn }),
    },
  ];
}

function schoolMissing(row: ParsedRow, measures: readonly Measure[]): Finding[] {
  const measure = measures.find(({ number }) => number === row.text('measure'));
  if (!measure || measure.scope === 'municipality' || !row.isBlank('school')) return [];
  return [rowIncomplete({ worksheet: 'executions', rowId: row.id, column: 'school' }, ['Школа'])];
}

function toJournalEntry(row: ParsedRow): JournalEntry[] {
  const date = row.date('date');
  const measure = row.text('measure');
  const leaders = row.number('leaders');
  const teachers = row.number('teachers');
  const hasUnknownSchool = !row.isBlank('school') && row.text('school') === '';
  if (!date || !measure || hasUnknownSchool) return [];
  return [
    {
      rowId: row.id,
      date,
      measure,
      kind: row.text('kind'),
      school: row.text('school') || null,
      topic: row.text('topic'),
      evidence: evidenceOf(row),
      ...(leaders !== undefined && { leaders }),
      ...(teachers !== undefined && { teachers }),
    },
  ];
}

function toDayOverride(row: ParsedRow): DayOverride[] {
  const date = row.date('date');
  const kinds = Object.keys(DAY_KIND_TITLES) as (keyof typeof DAY_KIND_TITLES)[];
  const kind = kinds.find((each) => DAY_KIND_TITLES[each] === row.text('kind'));
  if (!date || !kind) return [];
  const basis = row.text('basis');
  return [{ date, kind, ...(basis && { basis }) }];
}
