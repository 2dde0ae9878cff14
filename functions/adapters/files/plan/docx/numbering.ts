import type { OfficePackage } from '../office/package.ts';
import type { ListPlace } from './run-styles.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2.` */
  text: string;
}

/** Gives each paragraph of a list the number that Word shows before it. */
export interface Numbering {
  /** '' for a bullet and for what is in no list. To be asked for every paragraph, in their order. */
  next(place: ListPlace): string;
}

/** More levels no list has. */
const LEVELS = 9;

export async function readNumbering(file: OfficePackage, part: string): Promise<Numbering> {
  const kinds = new Map<string, Level[]>();
  const lists = new Map<string, string>();
  let [levels, level, list]: [Level[], Level | undefined, string] = [[], undefined, ''];
  let isOverride = false;
  await file.read(part, {
    open: ({ name, attributes }) => {
      const val = attributes['val'] ?? '';
      if (name === 'w:abstractNum') kinds.set(attributes['abstractNumId'] ?? '', (levels = []));
      if (name === 'w:num') list = attributes['numId'] ?? '';
      if (name === 'w:abstractNumId' && list !== '') lists.set(list, val);
      if (name === 'w:lvlOverride') isOverride = true;
      if (name === 'w:lvl' && !isOverride) {
        level = { start: 0, format: 'decimal', text: '' };
        const index = Number(attributes['ilvl']);
        if (index >= 0 && index < LEVELS) levels[index] = level;
      }
      if (level && !isOverride) {
        if (name === 'w:start') level.start = Number(val) || 0;
        if (name === 'w:numFmt') level.format = val;
        if (name === 'w:lvlText') level.text = val;
      }
    },
    close: (name) => {
      if (name === 'w:lvlOverride') isOverride = false;
      if (name === 'w:lvl') level = undefined;
    },
  });
  return createNumbering(kinds, lists);
}

/** Lists of one kind go on counting where the other left off, as Word does. */
function createNumbering(
  kinds: ReadonlyMap<string, readonly (Level | undefined)[]>,
  lists: ReadonlyMap<string, string>,
): Numbering {
  const counts = new Map<string, number[]>();
  return {
    next: ({ list, level: at }) => {
      const kind = lists.get(list);
      const levels = kind === undefined ? [] : (kinds.get(kind) ?? []);
      const level = levels[at];
      if (kind === undefined || !level) return '';
      const own = (counts.get(kind) ?? []).slice(0, at + 1);
      for (let index = 0; index < at; index++) own[index] ??= levels[index]?.start ?? 1;
      own[at] = own[at] === undefined ? level.start : own[at] + 1;
      counts.set(kind, own);
      if (level.format === 'bullet' || level.format === 'none') return '';
      return level.text.replace(/%([1-9])/gu, (_all, digit: string) => {
        const index = Number(digit) - 1;
        return showCount(own[index] ?? 1, levels[index]?.format ?? 'decimal');
      });
    },
  };
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя';
const LATIN = 'abcdefghijklmnopqrstuvwxyz';

function showCount(count: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return toRoman(count);
    case 'lowerRoman':
      return toRoman(count).toLowerCase();
    case 'upperLetter':
      return letterOf(count, LATIN).toUpperCase();
    case 'lowerLetter':
      return letterOf(count, LATIN);
    case 'russianUpper':
      return letterOf(count, RUSSIAN).toUpperCase();
    case 'russianLower':
      return letterOf(count, RUSSIAN);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

function letterOf(count: number, letters: string): string {
  return letters[(count - 1) % letters.length] ?? String(count);
}

/** Beyond what anybody numbers so, digits. */
function toRoman(count: number): string {
  if (count < 1 || count > 399) return String(count);
  let [rest, roman] = [count, ''];
  for (const [value, sign] of ROMAN) {
    while (rest >= value) [rest, roman] = [rest - value, roman + sign];
  }
  return roman;
}
