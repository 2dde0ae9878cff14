import type { ForeignTable } from '../layout/layout.ts';
import { capitalise, textAt } from './table/foreign-table.ts';
import type { PlanTable } from './parse-plan-table.ts';
import type { UntakenCell } from './table/untaken.ts';
import type { PlanItem } from './plan-item.ts';
import { yearInTitle } from './terms/plan-year.ts';
import { termInText } from './terms/term-in-text.ts';

/** «1.2. Провести …», «3) …». */
const CLAUSE = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\p{L})/u;
/** «Срок: до 20.09.2021», «Ответственные: директора школ»: a line of its own below its clause. */
const TERM_LINE = /^сроки?(?:\s+(?:исполнения|выполнения|реализации))?\s*[:–—-]\s*(\S.*)$/iu;
const WHO_LINE =
  /^(?:отв\.|(?:ответственн|исполнител)\p{L}*)(?:\s+(?:за\s+)?исполн\p{L}*)?\s*[:–—-]\s*(\S.*)$/iu;

/** The clauses of an order that say a deadline, in a document without tables; undefined where none does. */
export function parseClauses(table: ForeignTable): PlanTable | undefined {
  if (table.kind !== 'text') return undefined;
  const lines = table.rows.map((row, index) => ({ text: textAt(row, 0), place: `абзац ${index + 1}` }));
  const { year, remark } = yearInTitle(lines.slice(0, MOST_TITLE_LINES).map(({ text }) => text));
  const paragraphs = paragraphsOf(lines);
  const items = paragraphs.flatMap(({ item }) =>
    item && isTaken(item) ? [{ ...item, ...(year && { year }) }] : [],
  );
  if (items.length === 0) return undefined;
  return {
    items,
    untaken: paragraphs.flatMap(({ item, cells }) => (item && isTaken(item) ? [] : cells)),
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

interface Line {
  readonly text: string;
  readonly place: string;
}

/** A clause with the lines that belong to it; a paragraph of another kind has no item. */
interface Paragraph {
  item?: PlanItem;
  readonly cells: UntakenCell[];
}

const isTaken = ({ deadlinePhrase }: PlanItem): boolean => deadlinePhrase !== '';

function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let above = { number: '', words: '' };
  let count = 0;
  for (const line of lines) {
    const cell: UntakenCell = { place: line.place, column: '', text: line.text, why: 'above' };
    const last = paragraphs.at(-1);
    const below = last?.item && lineBelow(line.text);
    if (last?.item && below) {
      last.item = { ...last.item, ...below };
      last.cells.push(cell);
      continue;
    }
    const [whole, number = ''] = CLAUSE.exec(line.text) ?? [];
    const isClause = whole !== undefined && count < MOST_CLAUSES;
    const words = line.text.slice(whole?.length ?? 0);
    paragraphs.push({ cells: [cell], ...(isClause && { item: clause({ number, words, above }, line) }) });
    if (isClause) count += 1;
    if (isClause && /:\s*$/u.test(words)) above = { number, words: words.replace(/\s*:\s*$/u, '') };
  }
  return paragraphs;
}

interface ClauseParts {
  readonly number: string;
  readonly words: string;
  /** «2. Методическому центру:», whose clauses are 2.1, 2.2 …. */
  readonly above: { readonly number: string; readonly words: string };
}

function clause({ number, words, above }: ClauseParts, { text, place }: Line): PlanItem {
  return {
    number,
    section: number.startsWith(`${above.number}.`) ? above.words : '',
    title: words,
    deadlinePhrase: termInText(text) ?? '',
    responsible: '',
    place,
  };
}

/** «до 1 мая;» ends with it, «май 2021 г.» does not. */
const END_MARK = /;$|(?<!(?<!\p{L})гг?)\.$/u;

/** A line that says the term or the responsible of the clause above it; undefined for any other. */
function lineBelow(text: string): Partial<Pick<PlanItem, 'deadlinePhrase' | 'responsible'>> | undefined {
  const [, term] = TERM_LINE.exec(text) ?? [];
  if (term !== undefined) return { deadlinePhrase: term.replace(END_MARK, '') };
  const [, who] = WHO_LINE.exec(text) ?? [];
  return who === undefined ? undefined : { responsible: who.replace(END_MARK, '') };
}
