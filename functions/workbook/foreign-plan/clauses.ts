import type { ForeignTable } from '../layout/layout.ts';
import { capitalise, textAt } from './table/foreign-table.ts';
import type { PlanTable } from './parse-plan-table.ts';
import type { UntakenCell } from './table/untaken.ts';
import type { PlanItem } from './plan-item.ts';
import { yearInTitle } from './terms/plan-year.ts';
import { termInText } from './terms/term-in-text.ts';

/** «1.2. Провести …», «3) …». */
const CLAUSE = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\p{L})/u;

/** The clauses of an order that say a deadline, in a document without tables; undefined where none does. */
export function parseClauses(table: ForeignTable): PlanTable | undefined {
  if (table.kind !== 'text') return undefined;
  const lines = table.rows.map((row, index) => ({ text: textAt(row, 0), place: `абзац ${index + 1}` }));
  const { year, remark } = yearInTitle(lines.slice(0, MOST_TITLE_LINES).map(({ text }) => text));
  const items: PlanItem[] = [];
  const untaken: UntakenCell[] = [];
  for (const { text, place } of lines) {
    const [whole, number = ''] = CLAUSE.exec(text) ?? [];
    const isSearched = whole !== undefined && items.length < MOST_CLAUSES;
    const deadlinePhrase = isSearched ? termInText(text) : undefined;
    if (whole === undefined || deadlinePhrase === undefined) {
      untaken.push({ place, column: '', text, why: 'above' });
      continue;
    }
    const title = text.slice(whole.length);
    items.push({ number, section: '', title, deadlinePhrase, responsible: '', place, ...(year && { year }) });
  }
  if (items.length === 0) return undefined;
  return {
    items,
    untaken,
    headings: [],
    passedOver: [],
    problems: [],
    remarks: [
      'Таблиц в файле нет: мероприятия — пункты текста, в которых назван срок; остальное не взято.',
      ...(remark === undefined ? [] : [`${capitalise(remark)}.`]),
    ],
    header: { columns: new Map(), texts: [], terms: [], deadlines: [] },
  };
}

const MOST_TITLE_LINES = 15;
/** An order has no more. */
const MOST_CLAUSES = 600;
