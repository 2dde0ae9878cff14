import type { ForeignTable } from '../../../../workbook/layout/layout.ts';
import type { Spending } from '../limits.ts';
import { isOn, type XmlElement, type XmlListener } from '../office/xml.ts';
import type { Numbering } from './numbering.ts';
import { runLookOf, type DocumentStyles, type ListPlace, type RunLook } from './run-styles.ts';
import { TableReader } from './table.ts';
import { Visibility } from './visibility.ts';

export interface DocumentContext {
  readonly spending: Spending;
  readonly styles: DocumentStyles;
  readonly numbering: Numbering;
}

interface Paragraph {
  style: string;
  list: Partial<ListPlace>;
  isBlank: boolean;
}

/** The title of a table stands in the lines before it. */
const MOST_HEADING_LINES = 6;
/** An order has no more; of longer texts only what stands over their tables is wanted. */
const MOST_LINES = 2000;
const LONGEST_LINE = 4000;

/** Reads the tables of a document as its tags pass; of one without tables its text, a paragraph a row. */
export class DocumentReader implements XmlListener {
  readonly seen = new Visibility();
  readonly #context: DocumentContext;
  readonly #tables: TableReader[] = [];
  /** Tables within cells, and paragraphs within those that a picture's text is part of. */
  readonly #open: TableReader[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #path: string[] = [];
  #look: RunLook = {};
  #isText = false;
  #outer = 0;
  /** The text outside tables, a paragraph a line, and the paragraph that is being read. */
  readonly #lines: string[] = [];
  #line = '';
  /** Lines before it stand over an earlier table. */
  #headingFrom = 0;

  constructor(context: DocumentContext) {
    this.#context = context;
  }

  toTables(): readonly ForeignTable[] {
    const tables = this.#tables.map((table) => table.toTable());
    const isText = this.#lines.length > 0 && this.#lines.length < MOST_LINES;
    if (tables.length > 0 || !isText) return tables;
    return [{ kind: 'text', name: '', rows: this.#lines.map((line) => [line]) }];
  }

  open(element: XmlElement): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(element.name);
    if (parent === 'w:trPr' && element.name === 'w:del') this.table?.markRow({ isDeleted: true });
    if (!this.seen.open(element.name)) return;
    this.#isText = element.name === 'w:t';
    OPENINGS[element.name]?.(this, element, parent);
  }

  text(text: string): void {
    if (this.#isText) this.addText(text);
  }

  close(name: string): void {
    this.#path.pop();
    this.#isText = false;
    if (!this.seen.close(name)) return;
    if (name === 'w:tc') this.#closeCell();
    else if (name === 'w:tr') this.table?.closeRow();
    else if (name === 'w:tbl') this.#open.pop();
    else if (name === 'w:p') this.#closeParagraph();
  }

  /** The innermost one. */
  get table(): TableReader | undefined {
    return this.#open.at(-1);
  }

  openTable(): void {
    this.#context.spending.spend('tables');
    const outer = this.#open.findLast(({ isInCell }) => isInCell);
    const name = outer ? `${outer.name}.${(outer.nested += 1)}` : String((this.#outer += 1));
    const table = new TableReader(name, outer !== undefined, this.#context.spending);
    if (!outer) {
      table.heading = this.#lines.slice(Math.max(this.#headingFrom, this.#lines.length - MOST_HEADING_LINES));
      this.#headingFrom = this.#lines.length;
    }
    this.#tables.push(table);
    this.#open.push(table);
  }

  openParagraph(): void {
    this.#paragraphs.push({ style: '', list: {}, isBlank: true });
  }

  setParagraph({ list, ...changes }: Partial<Paragraph>): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) Object.assign(paragraph, changes, { list: { ...paragraph.list, ...list } });
  }

  openRun(): void {
    this.#look = {};
  }

  setLook(look: RunLook): void {
    this.#look = { ...this.#look, ...look };
  }

  /** The look that a style of runs gives. */
  setStyle(name: string): void {
    this.setLook(this.#context.styles.looks.get(name) ?? {});
  }

  /** In the look of its run, in the innermost cell. */
  addText(text: string): void {
    if (!this.seen.isTextSeen || this.#look.isVanished) return;
    const { align, isStruck = false } = this.#look;
    if (text.trim() !== '') this.setParagraph({ isBlank: false });
    if (this.table) this.table.addRun({ text, align, isStruck });
    else if (!isStruck && this.#line.length < LONGEST_LINE) this.#line += text;
  }

  /** The number of a list is shown before the paragraph; a cell of nothing else holds that number. */
  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const { list, level = 0 } = { ...this.#context.styles.lists.get(paragraph.style), ...paragraph.list };
    const number = list === undefined ? '' : this.#context.numbering.next({ list, level });
    if (!this.table) this.#closeLine(number);
    if (paragraph.isBlank) this.table?.addRun({ text: number });
    this.table?.addRun({ text: '\n' });
  }

  #closeLine(number: string): void {
    const line = this.#line.trim();
    this.#line = '';
    if (line === '') return;
    if (this.#lines.length < MOST_LINES) this.#lines.push(number === '' ? line : `${number} ${line}`);
    else this.#lines[MOST_LINES - 1] = line;
  }

  /** The text of a table inside a cell is that cell's text too. */
  #closeCell(): void {
    const runs = this.table?.closeCell() ?? [];
    const outer = this.#open.at(-2);
    for (const run of [...runs, { text: '\n' }]) outer?.addRun(run);
  }
}

type Opening = (reader: DocumentReader, element: XmlElement, parent: string) => void;

const within =
  (wanted: string, opening: Opening): Opening =>
  (reader, element, parent) => {
    if (parent === wanted) opening(reader, element, parent);
  };

const valOf = ({ attributes }: XmlElement): string => attributes['val'] ?? '';
const setLook: Opening = within('w:rPr', (reader, element) => reader.setLook(runLookOf(element) ?? {}));

/** A merge without a word goes on. */
const merge =
  (continues: 'above' | 'left'): Opening =>
  (reader, element) => {
    if (valOf(element) !== 'restart') reader.table?.markCell({ continues });
  };

/** What the opening tags say. */
const OPENINGS: Readonly<Record<string, Opening>> = {
  'w:tbl': (reader) => reader.openTable(),
  'w:tr': (reader) => reader.table?.openRow(),
  'w:gridBefore': (reader, element) => reader.table?.skipColumns(Number(valOf(element))),
  'w:hidden': within('w:trPr', (reader, { attributes: { val } }) =>
    reader.table?.markRow({ isHidden: isOn(val, true) }),
  ),
  'w:tc': (reader) => reader.table?.openCell(),
  'w:gridSpan': (reader, element) => reader.table?.markCell({ span: Number(valOf(element)) || 1 }),
  'w:vMerge': merge('above'),
  'w:hMerge': merge('left'),
  'w:cellDel': (reader) => reader.table?.markCell({ isDeleted: true }),
  'w:p': (reader) => reader.openParagraph(),
  'w:pStyle': (reader, element) => reader.setParagraph({ style: valOf(element) }),
  'w:numId': (reader, element) => reader.setParagraph({ list: { list: valOf(element) } }),
  'w:ilvl': (reader, element) => reader.setParagraph({ list: { level: Number(valOf(element)) } }),
  'w:r': (reader) => reader.openRun(),
  'w:rStyle': within('w:rPr', (reader, element) => reader.setStyle(valOf(element))),
  'w:vertAlign': setLook,
  'w:strike': setLook,
  'w:dstrike': setLook,
  'w:vanish': setLook,
  'w:tab': within('w:r', (reader) => reader.addText('\t')),
  'w:br': (reader) => reader.addText('\n'),
  'w:cr': (reader) => reader.addText('\n'),
  'w:noBreakHyphen': (reader) => reader.addText('-'),
  'w:fldChar': (reader, { attributes }) => reader.seen.turnField(attributes['fldCharType'] ?? ''),
  'w:showingPlcHdr': (reader, { attributes: { val } }) => {
    if (isOn(val, true)) reader.seen.markPlaceholder();
  },
};
