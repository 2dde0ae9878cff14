import { withoutAnyMarks, withoutMarks } from './footnote-marks.ts';
import { addressOf, cellFault, textAt } from './foreign-table.ts';
import type { CellGrid, ForeignTable } from '../layout/layout.ts';
import type { PlanHeader } from './plan-header.ts';

/** An item of a foreign plan or roadmap, as its table states it. */
export interface PlanItem {
  readonly number: string;
  readonly section: string;
  readonly title: string;
  readonly deadlinePhrase: string;
  readonly responsible: string;
}

export type ItemCells = Omit<PlanItem, 'section'>;

/** A cell that holds no value. */
export interface Fault {
  readonly column: number;
  readonly header: string;
  readonly what: string;
  readonly isTitle: boolean;
}

/** A cell whose text bears marks of footnotes, as it stands. */
export interface MarkedCell {
  readonly column: number;
  readonly text: string;
}

/** What the row says under its header; a faulty cell reads as blank, the mark of a footnote is no part of a text. */
export function parsePlanItem(
  row: CellGrid[number],
  { columns, texts }: PlanHeader,
): { item: ItemCells; faults: readonly Fault[]; marks: readonly MarkedCell[] } {
  const faults: Fault[] = [];
  const marks: MarkedCell[] = [];
  const cell = (key: Parameters<typeof columns.get>[0]) => {
    const column = columns.get(key);
    const text = textAt(row, column);
    const what = cellFault(text);
    if (column !== undefined && what === undefined) {
      const plain = key === 'title' || key === 'responsible' ? withoutMarks(text) : withoutAnyMarks(text);
      if (plain !== text) marks.push({ column, text });
      return plain;
    }
    if (column === undefined || what === undefined) return '';
    faults.push({ column, header: texts[column] ?? '', what, isTitle: key === 'title' });
    return '';
  };
  const item = {
    number: cell('number').replace(/[.)\s]+$/u, ''),
    title: cell('title'),
    deadlinePhrase: columns.has('deadline') ? cell('deadline') : joinSpan(cell('start'), cell('end')),
    responsible: cell('responsible'),
  };
  return { item, faults, marks };
}

/** «01.09.2026» and «30.09.2026» under «начало» and «окончание». */
function joinSpan(start: string, end: string): string {
  if (start === '' || start === end) return end;
  if (end === '') return `с ${start}`;
  // «с сентябрь по октябрь» is no Russian.
  return [start, end].every((text) => /^\d/u.test(text)) ? `с ${start} по ${end}` : `${start} – ${end}`;
}

export function describeFault(
  table: ForeignTable,
  row: number,
  { column, header, what, isTitle }: Fault,
): string {
  const outcome = isTitle
    ? 'Мероприятие не взято: исправьте файл и повторите.'
    : 'Мероприятие берётся без этого значения: исправьте файл до импорта или впишите его в «Регламент» после.';
  return `${addressOf(table, { row, column, header })}: ${what}. ${outcome}`;
}
