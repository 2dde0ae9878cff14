import { compareNames } from '../../text/code-units.ts';
import type { School } from '../../records/records.ts';
import { listNames } from '../../text/russian.ts';
import { comparableName, groupByName } from '../../text/same-name.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { Exclusion } from './excluded-later.ts';

/** Schools that are in no figure, and rows that repeat one that is named already. */
export function excludedSchools({ assessment, schools, gaps }: ReportBasis): readonly Exclusion[] {
  const counted = new Set(schools.map(({ name }) => comparableName(name)));
  const named = groupByName(assessment.records.schools, ({ name }) => name).map(([, rows]) => rows);
  const known = named.flatMap(firstEntered);
  const byStatus = Map.groupBy(
    known.filter(({ name }) => !counted.has(comparableName(name))),
    ({ status }) => status,
  );
  const repeated = named.filter((rows) => rows.length > 1);
  return [
    ...[...byStatus].map(([status, those]) => ({
      what: `Школы со статусом «${status}»: ${listNames(those.map(({ name }) => name))}`,
      count: those.length,
      why: 'Статус не входит в параметр «Учитывать статусы».',
    })),
    {
      what: `Повторные строки школ: ${listNames(repeated.flatMap(firstEntered).map(({ name }) => name))}`,
      count: repeated.reduce((sum, rows) => sum + rows.length - 1, 0),
      why: 'Школа записана не один раз; учтена строка, внесённая первой.',
    },
    {
      what: `Школы, включённые в список позже: ${listNames(gaps.schoolsIncludedLater)}`,
      count: gaps.schoolsIncludedLater.length,
      why: 'В отчётный день школы ещё не было в списке: «Включена с» или «Год включения».',
    },
  ];
}

/** Of rows of one school the one that the figures take, whatever name the sheet is sorted by. */
function firstEntered(rows: readonly School[]): readonly School[] {
  return rows.toSorted((a, b) => compareNames(a.rowId, b.rowId)).slice(0, 1);
}
