import type { ControlMarks, Execution, Mark } from '../../domain/records/records.ts';
import type { Measure } from '../../domain/records/regulation.ts';
import { evidenceOf, type ParsedRow } from './parse-row.ts';

/** A row of «Исполнение»; none where its measure or school is not known. */
export function toExecution(row: ParsedRow, measures: readonly Measure[]): Execution[] {
  const number = row.text('measure');
  const measure = measures.find((each) => each.number === number);
  const school = row.text('school') || null;
  if (!measure || (school === null && measure.scope !== 'municipality')) return [];
  const executor = row.text('executor');
  const control = controlOf(row);
  const delay = delayOf(row);
  return [
    {
      rowId: row.id,
      school,
      measure: number,
      occurrence: row.text('occurrence'),
      ...factsOf(row, [...REASONS, 'postponementGround', 'delayReason']),
      ...(executor && { executor }),
      ...(control && { control }),
      ...(delay && { delay }),
    },
  ];
}

/** Columns that can say why a row is not required. */
const REASONS = ['note', 'evidenceKind', 'evidenceNumber', 'link'];

/** What was done, when and by what it is proved: the same cells wherever work is marked off. */
export function factsOf(
  row: ParsedRow,
  reasons = REASONS,
): Pick<Execution, 'mark' | 'evidence' | 'isExcusedUntold' | 'doneOn'> {
  const doneOn = row.date('doneOn');
  return {
    mark: (row.text('mark') || 'не начато') as Mark,
    evidence: evidenceOf(row),
    ...(isExcusedUntold(row, reasons) && { isExcusedUntold: true as const }),
    ...(doneOn && { doneOn }),
  };
}

function isExcusedUntold(row: ParsedRow, reasons: readonly string[]): boolean {
  return row.text('mark') === 'не требуется' && reasons.every((key) => row.isUntold(key));
}

/** Undefined where nobody has said why it is late, nor what is done about it. */
function delayOf(row: ParsedRow): Execution['delay'] {
  const told = (key: string) => (row.isUntold(key) ? '' : row.text(key).trim());
  const [reason, taken] = [told('delayReason'), told('measuresTaken')];
  return reason || taken ? { ...(reason && { reason }), ...(taken && { taken }) } : undefined;
}

/** Undefined where the controller has put down nothing. */
function controlOf(row: ParsedRow): ControlMarks | undefined {
  const [takenOffOn, postponedTo] = [row.date('takenOffOn'), row.date('postponedTo')];
  const returned = row.text('returned').trim();
  const ground = row.isUntold('postponementGround') ? '' : row.text('postponementGround').trim();
  const marks = {
    ...(takenOffOn && { takenOffOn }),
    ...(returned && { returned }),
    ...(postponedTo && { postponedTo }),
    ...(ground && { postponementGround: ground }),
  };
  return Object.keys(marks).length > 0 ? marks : undefined;
}
