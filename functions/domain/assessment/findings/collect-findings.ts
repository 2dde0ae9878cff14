import { actFindings } from './act-findings.ts';
import type { Assessed } from '../assessed.ts';
import { compareNames } from '../../text/code-units.ts';
import { comparableName } from '../../text/same-name.ts';
import { contradictionFindings } from './contradiction-findings.ts';
import { calendarFindings, deadlineFindings, outsidePeriod } from './deadline-findings.ts';
import { executionFindings, repeatFindings } from './execution-findings.ts';
import type { Finding } from '../../findings/finding.ts';
import { journalFindings } from './journal-findings.ts';
import { laterFindings } from './later-findings.ts';
import { membershipFindings } from './membership-findings.ts';
import { missingRowFindings } from './missing-row-findings.ts';
import { peopleFindings } from '../../reminders/people-findings.ts';
import { recordFindings } from './record-findings.ts';
import { schoolPlanFindings } from '../school-plans/school-plan-findings.ts';
import { unplacedFindings } from './unplaced-findings.ts';
import type { Place } from '../../records/worksheet-key.ts';

/** What is wrong or due in the assessed workbook, beyond what reading the cells already showed. */
export function collectFindings(assessed: Assessed): readonly Finding[] {
  return [
    ...nameRepeats(assessed),
    ...repeatFindings(assessed),
    ...unplacedFindings(assessed),
    ...executionFindings(assessed),
    ...missingRowFindings(assessed),
    ...membershipFindings(assessed),
    ...recordFindings(assessed),
    ...actFindings(assessed),
    ...journalFindings(assessed),
    ...laterFindings(assessed),
    ...contradictionFindings(assessed),
    ...assessed.measures.flatMap((each) => deadlineFindings(each)),
    ...schoolPlanFindings(assessed),
    ...assessed.measures.flatMap((each) => outsidePeriod(each, assessed.records.settings.period)),
    ...calendarFindings([...assessed.measures, ...assessed.schoolPlans.map(({ assessment }) => assessment)]),
    ...peopleFindings(assessed),
  ];
}

interface Named {
  readonly name: string;
  readonly place: Place;
}

function nameRepeats({ records }: Assessed): readonly Finding[] {
  const schools = records.schools.map(({ name, rowId }) => ({
    name,
    place: { worksheet: 'schools', rowId, column: 'name' } as const,
  }));
  const measures = records.measures.map(({ number, rowId }) => ({
    name: number,
    place: { worksheet: 'regulation', rowId, column: 'number' } as const,
  }));
  return [
    ...repeatsIn(schools, (name, first) => ({
      code: 'school_repeated',
      message: `Школа «${name}» записана на листе «Школы» не один раз${spelt(name, first)}.`,
      advice: 'Оставьте одну строку: в отчёт входит только внесённая раньше.',
    })),
    ...repeatsIn(measures, (number, first) => ({
      code: 'measure_repeated',
      message: `Номер мероприятия ${number} стоит в регламенте не один раз${spelt(number, first)}.`,
      advice: 'Исправьте номер или удалите лишнюю строку: в отчёт входит только внесённая раньше.',
    })),
  ];
}

/** Two that look alike are no news to the program, but to whoever has to find them. */
function spelt(name: string, first: string): string {
  return name === first
    ? ''
    : `: это то же имя, что «${first}», — различаются только регистр, пробелы, похожие буквы или невидимые знаки`;
}

function repeatsIn(
  items: readonly Named[],
  describe: (name: string, first: string) => Pick<Finding, 'code' | 'message' | 'advice'>,
): readonly Finding[] {
  const seen = new Map<string, string>();
  const byEntry = items.toSorted((a, b) => compareNames(a.place.rowId ?? '', b.place.rowId ?? ''));
  return byEntry.flatMap(({ name, place }) => {
    const known = comparableName(name);
    const first = seen.get(known);
    if (first === undefined) {
      seen.set(known, name);
      return [];
    }
    return [{ severity: 'error', place, ...describe(name, first) } as const];
  });
}
