import type { PlacedRow } from './fill-sheet.ts';
import { allNamed, childNamed, elementsOf, textInside, type XmlNode } from './xml-tree.ts';

/** Where the rows of a form stand in what was made of it. */
export interface RowPlaces {
  /** Every time that the row stands there. */
  all(row: number): readonly number[];
  /** A stretch grows with what is repeated in it; undefined where nothing of it is left. */
  stretch(from: number, to: number): readonly [number, number] | undefined;
}

export function placesOfRows(placed: readonly PlacedRow[]): RowPlaces {
  const byRow = Map.groupBy(placed, ({ from }) => from);
  const beyond = (placed.at(-1)?.to ?? 0) - (placed.at(-1)?.from ?? 0);
  const last = Math.max(0, ...byRow.keys());
  const end = (row: number) => (row > last ? row + beyond : undefined);
  return {
    all: (row) => byRow.get(row)?.map(({ to }) => to) ?? [],
    stretch: (from, to) => {
      const own = placed.filter((each) => each.from >= from && each.from <= to);
      const first = own[0]?.to ?? end(from);
      const until = end(to) ?? own.at(-1)?.to;
      return first === undefined || until === undefined ? undefined : [first, until];
    },
  };
}

const ROWS = /(?<=[A-Z$:]|^)\d+/gu;

/** `B2:D7` with its rows where they stand now; undefined where none is left. */
function moveRange(range: string, places: RowPlaces): string | undefined {
  const rows = [...range.matchAll(ROWS)].map(([row]) => Number(row));
  const [from, to = from] = rows;
  if (from === undefined || to === undefined) return range;
  const moved = places.stretch(from, to);
  if (!moved) return undefined;
  let index = 0;
  return range.replaceAll(ROWS, () => String(moved[index++] ?? moved[1]));
}

const MOVED = ['conditionalFormatting', 'dataValidation', 'autoFilter'];

/** All that names rows of its sheet by number. */
export function shiftReferences(tree: XmlNode, places: RowPlaces): void {
  tree.children = tree.children.filter(
    (child) => typeof child === 'string' || !/(?:^|:)dimension$/u.test(child.name),
  );
  for (const local of MOVED) {
    for (const node of allNamed(tree, local)) {
      const key = 'sqref' in node.attributes ? 'sqref' : 'ref';
      const ranges = (node.attributes[key] ?? '')
        .split(' ')
        .flatMap((range) => moveRange(range, places) ?? []);
      node.attributes[key] = ranges.join(' ') || 'A1';
    }
  }
  repeatEach(childNamed(tree, 'mergeCells'), places);
  repeatEach(childNamed(tree, 'hyperlinks'), places);
  for (const brk of allNamed(childNamed(tree, 'rowBreaks') ?? tree, 'brk')) {
    const moved = places.stretch(1, Number(brk.attributes['id']));
    if (moved) brk.attributes['id'] = String(moved[1]);
  }
}

/** Merged cells and links stand in each row that was made of theirs. */
function repeatEach(list: XmlNode | undefined, places: RowPlaces): void {
  if (!list) return;
  list.children = elementsOf(list).flatMap((node) => {
    const { ref = '' } = node.attributes;
    const [from = 0, to = from] = [...ref.matchAll(ROWS)].map(([row]) => Number(row));
    return places.all(from).map((first) => {
      let index = 0;
      const own = ref.replaceAll(ROWS, () => String(index++ === 0 ? first : first + to - from));
      return { ...node, attributes: { ...node.attributes, ref: own } };
    });
  });
  if ('count' in list.attributes) list.attributes['count'] = String(list.children.length);
}

/** Print areas and titles of the sheet, which stand in the workbook. */
export function shiftNames(workbook: XmlNode, title: string, places: RowPlaces): void {
  for (const name of allNamed(workbook, 'definedName')) {
    const moved = textInside(name)
      .split(',')
      .flatMap((range) => {
        const at = range.lastIndexOf('!');
        const sheet = range.slice(0, at).replaceAll(/^'|'$/gu, '').replaceAll("''", "'");
        if (sheet !== title) return [range];
        const own = moveRange(range.slice(at + 1), places);
        return own === undefined ? [] : [`${range.slice(0, at + 1)}${own}`];
      });
    name.children = [moved.join(',')];
  }
}
