import type { CalendarDate } from '../../domain/dates/dates.ts';
import type { ExternalAct, JournalEntry, WorkbookRecords } from '../../domain/records/records.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Measure } from '../../domain/records/regulation.ts';
import { compareNames } from '../../domain/text/code-units.ts';
import { STAFF_WORKSHEETS, type RowId, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../worksheets/index.ts';
import type { IdentifiedRow } from '../table/table.ts';
import type { KnownNames } from './cells/cell.ts';
import { evidenceOf, parseRow, rowIncomplete, type ParsedRow, type ReadRow } from './parse-row.ts';
import { personalFindings } from './personal-cells.ts';
import { parseDays } from './to-days.ts';
import { parsePeople } from './to-people.ts';
import { parseSettings } from './parse-settings.ts';
import { manualFindings, toMeasure } from './to-measure.ts';
import { toExecution } from './to-execution.ts';
import { toSchoolPlanItem } from './to-school-plan-item.ts';
import { toSchool } from './to-school.ts';
import { understandRows } from './understand-rows.ts';

export type IdentifiedRows = Readonly<Record<StaffWorksheetKey, readonly IdentifiedRow[]>>;

export type RecordRows = Readonly<Record<StaffWorksheetKey, readonly ReadRow[]>>;

/** The rows of all worksheets by their meaning. What is not understood becomes a finding, never a guess. */
export function parseRecords(rows: RecordRows, today: CalendarDate): WorkbookRecords {
  const parse = (key: StaffWorksheetKey, names: KnownNames) => [...parsing(key, rows[key], names)];
  // These name what the others refer to, and refer to nothing themselves.
  const named = { schools: parse('schools', NO_NAMES), regulation: parse('regulation', NO_NAMES) };
  const schools = named.schools.flatMap(toSchool);
  const measures = named.regulation.flatMap(toMeasure);
  const names = knownNames(named, { schools, measures });
  const typed = {
    ...named,
    calendar: parse('calendar', names),
    people: parse('people', names),
    settings: parse('settings', names),
  };
  const settings = parseSettings(typed.settings, today);
  const { period } = settings.settings;
  const days = parseDays(typed.calendar);
  const people = parsePeople(typed.people);
  // The sheets that grow are never there as parsed rows all at once.
  const understand = <Item>(key: Growing, toItems: (row: ParsedRow) => readonly Item[]) =>
    understandRows(key, parsing(key, rows[key], names), { period, toItems });
  const schoolless: Finding[] = [];
  const grown = {
    acts: understand('acts', toAct),
    executions: understand('executions', (row) => {
      schoolless.push(...schoolMissing(row, measures));
      return toExecution(row, measures);
    }),
    journal: understand('journal', toJournalEntry),
    schoolPlans: understand('schoolPlans', toSchoolPlanItem),
  };
  const understood = STAFF_WORKSHEETS.map((key) =>
    isGrowing(key) ? grown[key] : understandRows(key, typed[key], { period, toItems: () => [] }),
  );
  return {
    settings: settings.settings,
    measures,
    schools,
    acts: grown.acts.items,
    executions: grown.executions.items,
    journal: grown.journal.items,
    schoolPlans: grown.schoolPlans.items,
    dayOverrides: days.overrides,
    people: people.people,
    findings: [
      ...understood.flatMap(({ unread }) => unread),
      ...STAFF_WORKSHEETS.flatMap((key) =>
        rows[key].flatMap((row) => personalFindings(WORKSHEETS[key], row)),
      ),
      ...settings.findings,
      ...days.findings,
      ...people.findings,
      ...understood.flatMap(({ far }) => far),
      ...named.regulation.flatMap(manualFindings),
      ...schoolless,
    ],
  };
}

const GROWING = ['acts', 'executions', 'journal', 'schoolPlans'] as const;

type Growing = (typeof GROWING)[number];

function isGrowing(key: StaffWorksheetKey): key is Growing {
  return GROWING.some((each) => each === key);
}

function* parsing(key: StaffWorksheetKey, rows: readonly ReadRow[], names: KnownNames): Generator<ParsedRow> {
  for (const row of rows) yield parseRow(WORKSHEETS[key], row, names);
}

const NO_NAMES: KnownNames = { schools: [], measures: [] };

/**
 * Names in the order in which they count: of several that are the same to people every cell refers to the one that
 * the figures count, which is the one entered first of those whose row is complete.
 */
function knownNames(
  rows: Readonly<Record<'schools' | 'regulation', readonly ParsedRow[]>>,
  records: Pick<WorkbookRecords, 'schools' | 'measures'>,
): KnownNames {
  const typed = (those: readonly ParsedRow[], key: string) =>
    those.map((row) => row.text(key)).filter((name) => name !== '');
  return {
    schools: [...inOrderOfEntry(records.schools).map(({ name }) => name), ...typed(rows.schools, 'name')],
    measures: [
      ...inOrderOfEntry(records.measures).map(({ number }) => number),
      ...typed(rows.regulation, 'number'),
    ],
  };
}

function inOrderOfEntry<Item extends { readonly rowId: RowId }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => compareNames(a.rowId, b.rowId));
}

function toAct(row: ParsedRow): ExternalAct[] {
  const date = row.date('date');
  const dueDate = row.date('dueDate');
  const [kind, number, measures] = [row.text('kind'), row.text('number'), row.list('measures')];
  if (!date || !kind || !number) return [];
  return [
    {
      rowId: row.id,
      kind,
      number,
      date,
      measures,
      issuer: row.text('issuer'),
      ...(dueDate && { dueDate }),
      ...(!dueDate && !row.isBlank('dueDate') && { isDueUnread: true as const }),
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
