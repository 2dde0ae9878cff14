import { withoutInvisible } from '../text/same-name.ts';
import { parseDeadline, type DeadlineRule } from '../deadlines/index.ts';

/** A part of a year, or a year: `from`–`to` are its ordinal numbers («I–II квартал»), 1 for a year. */
export interface NamedUnit {
  readonly unit: 'month' | 'quarter' | 'school_quarter' | 'trimester' | 'half_year' | 'year';
  readonly from: number;
  readonly to: number;
}

/** Days by date; of «15.09» the year is not said. */
export interface NamedDays {
  readonly unit: 'days';
  readonly from: NamedDay;
  readonly to: NamedDay;
}

export interface NamedDay {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

/**
 * Which time «За какой срок» names. `year` is the calendar year, `schoolYear` the first year of the school year
 * («2021/22»); at most one of both is said.
 */
export type LabelName = (NamedUnit | NamedDays) & {
  readonly year: number | null;
  readonly schoolYear: number | null;
};

/** «2021/22», «2021-2022 уч. г.», «2021–2022 учебный год», and the words of ours «учебный 2021/2022 год». */
const SCHOOL_YEAR =
  /(?:\s*учебн[а-я]*)?\s*(?<![\d.])(\d{4})\s*[/\\–—-]\s*(\d{4}|\d{2})(?![\d.])(?:\s*(?:уч[а-я]*\.?)?\s*(?:год[а-я]*|г\.?)?)?\s*$/iu;
/** «3 кв 21», «сентябрь'21», «сентябрь 21 г.»: after a word two figures at the end are a year. */
const SHORT_YEAR = /(?<=[а-яёa-z.]\s*)['’`]?\s*(?<!\d)(\d{2})\s*(?:г\.?|год[а-я]*)?$/iu;
/** Words before the time: «за сентябрь», «на III квартал», «итоги: III квартал», «неделя 06.09.2021–12.09.2021». */
const LEAD =
  /^(?:(?:отч[её]т|итоги|по\s+итогам|результаты|срок|период|неделя|календарный)\s*[:,]?\s+)?(?:(?:за|на|в|во|к|до|по)\s+)?(?:неделю\s+)?/iu;

/** The time that the label names, or undefined where it names none or is not understood. Pure. */
export function parseLabel(label: string): LabelName | undefined {
  const text = withoutInvisible(label).normalize('NFKC').trim();
  const known = remembered.get(text);
  if (known !== undefined) return known ?? undefined;
  const name = parseText(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, name ?? null);
  return name;
}

/** The same few labels stand in thousands of rows. */
const remembered = new Map<string, LabelName | null>();
const MOST_REMEMBERED = 2000;
const LONGEST_LABEL = 100;

function parseText(text: string): LabelName | undefined {
  if (text === '' || text.length > LONGEST_LABEL) return undefined;
  const school = SCHOOL_YEAR.exec(text);
  const schoolYear = school && consecutive(Number(school[1]), String(school[2]));
  const bare = schoolYear === null ? text : text.slice(0, school?.index);
  const words = `${withLongYear(bare).trim()} `.replace(LEAD, '').trim();
  if (words === '' || words === '-') return schoolYear === null ? undefined : wholeYear(null, schoolYear);
  const name = parseWords(words);
  if (!name || (schoolYear !== null && name.year !== null)) return undefined;
  return { ...name, schoolYear };
}

function consecutive(first: number, second: string): number | null {
  const next = second.length === 2 ? Math.floor(first / 100) * 100 + Number(second) : Number(second);
  return next === first + 1 ? first : null;
}

function withLongYear(text: string): string {
  return text.replace(SHORT_YEAR, (found, year: string) => (Number(year) >= 10 ? ` 20${year}` : found));
}

/** What the reader of deadlines makes of the words; a rule that names no one time is no label. */
function parseWords(words: string): LabelName | undefined {
  const { rule, further } = parseDeadline(words);
  return further.length > 0 ? undefined : nameOf(rule);
}

const QUARTER_UNITS = {
  calendar: 'quarter',
  school: 'school_quarter',
  trimester: 'trimester',
  module: 'trimester',
} as const;

function nameOf(rule: DeadlineRule): LabelName | undefined {
  switch (rule.kind) {
    case 'month': {
      const only = single(rule.months);
      return only && unit('month', only.month, only.month, only.year);
    }
    case 'month_range': {
      const only = single(rule.ranges);
      return only?.to
        ? unit('month', only.from.month, only.to.month, only.from.year ?? only.to.year)
        : undefined;
    }
    case 'quarter': {
      const only = single(rule.ranges);
      return only && unit(QUARTER_UNITS[rule.system], only.from, only.to, only.year);
    }
    case 'by_date': {
      const only = single(rule.dates);
      return only && days(only, only);
    }
    case 'date_range':
      return nameOfSpan(rule.spans);
    case 'year_round':
      return nameOfYear(rule);
    default:
      return undefined;
  }
}

type RuleKind<K extends DeadlineRule['kind']> = Extract<DeadlineRule, { kind: K }>;

function nameOfSpan(spans: RuleKind<'date_range'>['spans']): LabelName | undefined {
  const only = single(spans);
  if (only?.type === 'half_year') return unit('half_year', only.half, only.half, only.year);
  return only?.type === 'days' ? days(only.from, only.to) : undefined;
}

function nameOfYear({ scope, from, to }: RuleKind<'year_round'>): LabelName | undefined {
  if (from !== to) return undefined;
  return scope === 'school' ? wholeYear(null, from) : wholeYear(from, null);
}

function single<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function unit(kind: NamedUnit['unit'], from: number, to: number, year: number | null): LabelName {
  return { unit: kind, from, to, year, schoolYear: null };
}

function wholeYear(year: number | null, schoolYear: number | null): LabelName {
  return { unit: 'year', from: 1, to: 1, year, schoolYear };
}

type Point = RuleKind<'by_date'>['dates'][number] | null;

function days(from: Point, to: Point): LabelName | undefined {
  const [first, last] = [from, to].map((point) =>
    typeof point?.day === 'number' ? { day: point.day, month: point.month, year: point.year } : undefined,
  );
  if (!first || !last) return undefined;
  return { unit: 'days', from: first, to: last, year: last.year, schoolYear: null };
}
