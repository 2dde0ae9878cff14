import type { OfficePackage } from '../office/package.ts';
import { isOn, type XmlElement } from '../office/xml.ts';

/** How a run of text looks; what is not said here the style says, or nothing does. */
export interface RunLook {
  readonly align?: string | undefined;
  readonly isStruck?: boolean | undefined;
  readonly isVanished?: boolean | undefined;
}

/** What one property of a run adds to its look; undefined for a property that does not matter. */
export function runLookOf({ name, attributes: { val } }: XmlElement): RunLook | undefined {
  if (name === 'w:vertAlign') return { align: val };
  if (name === 'w:strike' || name === 'w:dstrike') return { isStruck: isOn(val, true) };
  return name === 'w:vanish' ? { isVanished: isOn(val, true) } : undefined;
}

/** A numbered list that a paragraph belongs to; levels from 0. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

export interface DocumentStyles {
  /** Of runs, by the name of their style. */
  readonly looks: ReadonlyMap<string, RunLook>;
  /** Of paragraphs, by the name of their style. */
  readonly lists: ReadonlyMap<string, ListPlace>;
}

interface OwnStyle {
  basedOn: string;
  look: RunLook;
  list: string | undefined;
  level: number;
}

const MAX_ANCESTORS = 20;

export async function readStyles(file: OfficePackage, part: string): Promise<DocumentStyles> {
  const styles = new Map<string, OwnStyle>();
  let style: OwnStyle | undefined;
  await file.read(part, {
    open: (element) => {
      const { name, attributes } = element;
      if (name === 'w:style') {
        style = { basedOn: '', look: {}, list: undefined, level: 0 };
        styles.set(attributes['styleId'] ?? '', style);
      }
      if (!style) return;
      if (name === 'w:basedOn') style.basedOn = attributes['val'] ?? '';
      if (name === 'w:numId') style.list = attributes['val'];
      if (name === 'w:ilvl') style.level = Number(attributes['val'] ?? 0);
      style.look = { ...style.look, ...runLookOf(element) };
    },
    close: (name) => {
      if (name === 'w:style') style = undefined;
    },
  });
  const lineOf = (id: string): OwnStyle[] => {
    const line: OwnStyle[] = [];
    for (let own = styles.get(id); own && line.length < MAX_ANCESTORS; own = styles.get(own.basedOn))
      line.unshift(own);
    return line;
  };
  const names = [...styles.keys()];
  return {
    looks: new Map(
      names.map((id) => [id, Object.assign({}, ...lineOf(id).map(({ look }) => look)) as RunLook]),
    ),
    lists: new Map(
      names.flatMap((id) => {
        const own = lineOf(id).findLast(({ list }) => list !== undefined);
        return own?.list === undefined ? [] : [[id, { list: own.list, level: own.level }]];
      }),
    ),
  };
}
