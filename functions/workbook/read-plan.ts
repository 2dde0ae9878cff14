import type { Cell, CellGrid } from './layout.ts';
import { arrangeColumns } from './bind-columns.ts';
import type { Worksheet } from './spec.ts';
import { REGULATION } from './worksheets/regulation.ts';

/** An item of a foreign plan or roadmap, as its table states it. */
export interface PlanItem {
  readonly number: string;
  readonly section: string;
  readonly title: string;
  readonly deadlinePhrase: string;
  readonly responsible: string;
}

export interface ForeignPlan {
  readonly items: readonly PlanItem[];
  /** Rows taken for headings of sections: shown to the person, who may know better. */
  readonly headings: readonly string[];
  /** Rows below a header that are neither item nor section, word for word: nothing is dropped in silence. */
  readonly passedOver: readonly string[];
}

/** Without a measure's name and deadline a table is no plan. */
const PLAN: Worksheet = {
  ...REGULATION,
  columns: REGULATION.columns
    .filter(({ key }) => ['number', 'title', 'deadline', 'responsible'].includes(key))
    .map((column) => ({ ...column, isRequired: column.key === 'title' || column.key === 'deadline' })),
};

/** The items of all tables that are plans (dates in them as the text a person sees); undefined where none is. */
export function readPlan(tables: readonly CellGrid[]): ForeignPlan | undefined {
  const plans = tables.flatMap((rows) => {
    const header = findHeader(rows);
    return header ? [readItems(rows, header)] : [];
  });
  if (plans.length === 0) return undefined;
  return {
    items: plans.flatMap(({ items }) => items),
    headings: plans.flatMap(({ headings }) => headings),
    passedOver: plans.flatMap(({ passedOver }) => passedOver),
  };
}

interface Header {
  readonly row: number;
  readonly columnOf: ReadonlyMap<string, number>;
}

/** Undefined for a table that is no plan: it names no measure, or no deadline. */
function findHeader(rows: CellGrid): Header | undefined {
  const { headerRow, columns, added } = arrangeColumns(PLAN, { sheetId: 0, title: '', rows });
  if (PLAN.columns.some(({ isRequired, title }) => isRequired && added.includes(title))) return undefined;
  return { row: headerRow, columnOf: new Map(columns.map(({ key }, index) => [key, index])) };
}

function readItems(rows: CellGrid, { row: headerRow, columnOf }: Header): ForeignPlan {
  const items: PlanItem[] = [];
  const headings: string[] = [];
  const passedOver: string[] = [];
  let section = '';
  for (const row of rows.slice(headerRow + 1)) {
    const cell = (key: string) => textAt(row, columnOf.get(key));
    const filled = [...new Set(row.map((_, index) => textAt(row, index)).filter((text) => text !== ''))];
    const item = itemOf(cell);
    if (filled.length === 0) continue;
    if (isHeading(filled, item)) headings.push((section = filled.at(-1) ?? ''));
    else if (item.title !== '') items.push({ ...item, section });
    else passedOver.push(filled.join(' | '));
  }
  return { items, headings, passedOver };
}

/**
 * A heading merged over the table stands in every cell; one beside its number leaves the deadline blank. A number
 * of two levels (`1.3`) is an item's: without a deadline it is an item still, and a finding will ask for one.
 */
function isHeading(filled: readonly string[], item: Omit<PlanItem, 'section'>): boolean {
  if (filled.length === 1) return true;
  const isItem = /\d\.\d/u.test(item.number);
  const isNumbered = filled.length === 2 && /^[\dIVXLC.]+$/u.test(filled[0] ?? '');
  return isNumbered && !isItem && (item.deadlinePhrase === '' || item.title === item.deadlinePhrase);
}

function itemOf(cell: (key: string) => string): Omit<PlanItem, 'section'> {
  return {
    number: cell('number').replace(/[.)\s]+$/u, ''),
    title: cell('title'),
    deadlinePhrase: cell('deadline'),
    responsible: cell('responsible'),
  };
}

function textAt(row: readonly Cell[], index: number | undefined): string {
  const cell = index === undefined ? null : (row[index] ?? null);
  return cell === null
    ? ''
    : String(cell)
        .replaceAll(/[\s\u00a0]+/gu, ' ')
        .trim();
}
