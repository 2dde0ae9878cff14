import { FileLimitError } from '../../plan/limits.ts';
import { rowsOf, textInCell } from './open-sheets.ts';
import { bodiesOf, fillText, type Scopes } from './fill-text.ts';
import { findBlocks, type RowBlock, type RowBlocks } from './row-blocks.ts';
import { childNamed, elementsOf, isNamed, type XmlNode } from './xml-tree.ts';

/** A sheet can have no more, and a cell no more signs. */
const MOST_ROWS = 1_048_576;
const MOST_SIGNS = 32_767;

/** A row of the form as it stands in what was made of it. */
export interface PlacedRow {
  readonly from: number;
  readonly to: number;
}

interface Filling {
  readonly rows: ReadonlyMap<number, XmlNode>;
  readonly blocks: RowBlocks;
  readonly strings: readonly string[];
  readonly made: XmlNode[];
  readonly placed: PlacedRow[];
  next: number;
}

/** Puts the values into the rows of the sheet; tells where each row of the form stands now, once for each time. */
export function fillRows(tree: XmlNode, strings: readonly string[], scopes: Scopes): readonly PlacedRow[] {
  const data = childNamed(tree, 'sheetData');
  const rows = new Map(rowsOf(tree).map((row) => [Number(row.attributes['r']), row]));
  const last = Math.max(0, ...rows.keys());
  const filling: Filling = {
    rows,
    blocks: findBlocks(tree, strings),
    strings,
    made: [],
    placed: [],
    next: 1,
  };
  fillStretch(filling, { first: 1, last }, { scopes, opened: [] });
  if (data) data.children = filling.made;
  return filling.placed;
}

interface Place {
  readonly scopes: Scopes;
  /** Blocks around, which are carried out already. */
  readonly opened: readonly RowBlock[];
}

function fillStretch(
  filling: Filling,
  { first, last }: { readonly first: number; readonly last: number },
  { scopes, opened }: Place,
): void {
  for (let number = first; number <= last; number++) {
    const block = filling.blocks.get(number)?.find((each) => !opened.includes(each));
    if (block) {
      for (const inside of bodiesOf(block.sign, block.name, scopes))
        fillStretch(filling, block, { scopes: inside, opened: [...opened, block] });
      number = block.last;
    } else {
      placeRow(filling, number, { scopes, isRepeated: opened.length > 0 });
    }
  }
}

function placeRow(
  filling: Filling,
  from: number,
  { scopes, isRepeated }: { readonly scopes: Scopes; readonly isRepeated: boolean },
): void {
  const to = filling.next++;
  if (to > MOST_ROWS) throw new FileLimitError(`вышло больше ${MOST_ROWS} строк, больше на листе не бывает`);
  filling.placed.push({ from, to });
  const row = filling.rows.get(from);
  if (!row) return;
  const { ht, ...attributes } = row.attributes;
  // A height that the program had worked out for the tag is not that of the text.
  const isKept = ht !== undefined && (!isRepeated || attributes['customHeight'] === '1');
  filling.made.push({
    name: row.name,
    attributes: { ...attributes, ...(isKept && { ht }), r: String(to) },
    children: elementsOf(row).map((cell) =>
      isNamed(cell, 'c') ? fillCell(cell, { to, strings: filling.strings, scopes }) : cell,
    ),
  });
}

function fillCell(
  cell: XmlNode,
  {
    to,
    strings,
    scopes,
  }: { readonly to: number; readonly strings: readonly string[]; readonly scopes: Scopes },
): XmlNode {
  const reference = (cell.attributes['r'] ?? '').replace(/\d+$/u, String(to));
  const text = textInCell(cell, strings);
  if (!text.includes('{{')) return { ...cell, attributes: { ...cell.attributes, r: reference } };
  const { t: _, ...rest } = cell.attributes;
  const attributes = { ...rest, r: reference };
  const value = fillText(text, scopes);
  if (typeof value === 'number')
    return { ...cell, attributes, children: [element(cell, 'v', [String(value)])] };
  if (value === '') return { ...cell, attributes, children: [] };
  if (value.length > MOST_SIGNS)
    throw new FileLimitError(
      `в ячейке ${reference} вышло больше ${MOST_SIGNS} знаков, больше Excel не примет`,
    );
  const words = element(cell, 't', [asWritten(value)], { 'xml:space': 'preserve' });
  return { ...cell, attributes: { ...attributes, t: 'inlineStr' }, children: [element(cell, 'is', [words])] };
}

/** `_x0041_` would be read as the letter of that code. */
function asWritten(text: string): string {
  return text.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}

/** In the namespace of the cell. */
function element(
  { name }: XmlNode,
  local: string,
  children: XmlNode['children'],
  attributes: Record<string, string> = {},
): XmlNode {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
  return { name: `${prefix}${local}`, attributes, children };
}
