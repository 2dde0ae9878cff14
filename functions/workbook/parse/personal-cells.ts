import type { Finding } from '../../domain/findings/finding.ts';
import { findPersonal, maskPersonal } from '../../domain/text/personal-data.ts';
import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { Worksheet } from '../worksheets/spec.ts';
import { columnTitle } from '../table/show-cell.ts';
import type { Cell } from '../layout/layout.ts';
import type { ReadRow } from './parse-row.ts';

/** Where a position belongs and no name. */
const POSITIONS: Readonly<Partial<Record<StaffWorksheetKey, readonly string[]>>> = {
  executions: ['executor'],
  regulation: ['responsible', 'manualAuthor'],
  schoolPlans: ['responsible'],
  schools: ['curator', 'updatedBy'],
  people: ['position'],
};

/** Numbers shorter than a telephone's are none of a person. */
const SHORTEST = 1e9;

/** Each cell that holds data of a person: a warning, for whoever typed it must take it away. */
export function personalFindings(worksheet: Worksheet, { id, staff }: ReadRow): readonly Finding[] {
  // «Настройки» name the signer, and the addresses of «Ответственные» are what that sheet is for.
  if (worksheet.key === 'settings') return [];
  const findings: Finding[] = [];
  for (const column in staff) {
    const text = textOfCell(staff[column] ?? null);
    if (text === undefined || isExempt(worksheet, column)) continue;
    const kinds = findPersonal(text, { withNames: wantsPosition(worksheet.key, column) });
    if (kinds.length > 0) findings.push(personal(worksheet.key, { id, column, kinds }));
  }
  return findings;
}

/** What the cell says to people who look back: without what it says of a person. */
export function maskCell(worksheet: StaffWorksheetKey, column: string, shown: string): string {
  return maskPersonal(shown, { withNames: wantsPosition(worksheet, column) });
}

function textOfCell(cell: Cell): string | undefined {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' && cell >= SHORTEST ? String(cell) : undefined;
}

function wantsPosition(worksheet: StaffWorksheetKey, column: string): boolean {
  return POSITIONS[worksheet]?.includes(column) === true;
}

function isExempt({ key, columns }: Worksheet, column: string): boolean {
  if (key === 'people' && column === 'address') return true;
  return columns.find((each) => each.key === column)?.type.kind === 'link';
}

interface Held {
  readonly id: string;
  readonly column: string;
  readonly kinds: readonly string[];
}

function personal(worksheet: StaffWorksheetKey, { id, column, kinds }: Held): Finding {
  return {
    code: 'personal_data',
    severity: 'warning',
    place: { worksheet, rowId: id, column },
    message: `«${columnTitle(worksheet, column)}»: похоже на персональные данные (${kinds.join(', ')}).`,
    advice:
      'Уберите их: по 152-ФЗ данные граждан здесь хранить нельзя. Пишите должность или число. В истории и письмах ' +
      'это значение скрыто.',
  };
}
