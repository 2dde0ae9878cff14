import type { CellFormat } from './schema/cell.ts';

/** A format that is another one with a link: the position of that one, and where the link leads. */
export type StoredLink = readonly [position: number, uri: string];

/** What the cells of a chunk share, each once. */
export interface Sharing {
  readonly shared: readonly object[];
  readonly links: readonly StoredLink[];
  readonly positionOf: (part: object) => number;
  /** Negative for a format with a link: a sheet may have tens of thousands of them, alike in all but the link. */
  readonly positionOfFormat: (format: CellFormat) => number;
}

export function createSharing(): Sharing {
  const shared: object[] = [];
  const links: StoredLink[] = [];
  const positions = new Map<object, number>();
  const bases: Base[] = [];
  const positionOf = (part: object): number => {
    const known = positions.get(part);
    if (known !== undefined) return known;
    positions.set(part, shared.length);
    return shared.push(part) - 1;
  };
  const baseOf = (format: CellFormat): number => {
    const known = bases.find(({ sample }) => differInLinkAlone(sample, format));
    if (known) return known.position;
    const position = positionOf(withoutLink(format));
    bases.push({ sample: format, position });
    return position;
  };
  const positionOfFormat = (format: CellFormat): number => {
    const uri = format.textFormat?.link?.uri;
    if (uri === undefined) return positionOf(format);
    const known = positions.get(format);
    if (known !== undefined) return known;
    const position = -links.push([baseOf(format), uri]);
    positions.set(format, position);
    return position;
  };
  return { shared, links, positionOf, positionOfFormat };
}

interface Base {
  readonly sample: CellFormat;
  readonly position: number;
}

function withoutLink({ textFormat, ...format }: CellFormat): CellFormat {
  const { link: _link, ...text } = textFormat ?? {};
  return { ...format, textFormat: text };
}

/** The format with a link; `base` is what the format was without. */
export function addLink(base: CellFormat | undefined, uri: string): CellFormat {
  return { ...base, textFormat: { ...base?.textFormat, link: { uri } } };
}

/** By reference, part by part: formats that were made of one another share their parts. */
function differInLinkAlone(a: CellFormat, b: CellFormat): boolean {
  return areAlike(a, b, 'textFormat') && areAlike(a.textFormat ?? {}, b.textFormat ?? {}, 'link');
}

function areAlike<Message extends object>(a: Message, b: Message, but: keyof Message): boolean {
  const names = Object.keys(a) as (keyof Message)[];
  return names.length === Object.keys(b).length && names.every((name) => name === but || a[name] === b[name]);
}
