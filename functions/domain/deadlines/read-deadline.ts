import { parsePhrase } from './grammar/index.ts';
import { normalisePhrase, type NormalisedPhrase } from './normalise.ts';
import { respell } from './respell.ts';
import { alternativesOf } from './alternatives.ts';
import type { DeadlineRule } from './rule.ts';
import type { DeadlineReading } from './types.ts';

/** Longer than any deadline cell of a real plan; a whole page pasted into the cell is not read. */
export const LONGEST_PHRASE = 1000;

/** How the phrase is understood, without any dates yet. Never throws: what is not understood is `unknown`. */
export function readDeadline(phrase: string): DeadlineReading {
  if (phrase.length > LONGEST_PHRASE) {
    return unread(phrase, `Срок длиннее ${LONGEST_PHRASE} знаков: оставьте в ячейке только сам срок.`);
  }
  const normal = normalisePhrase(phrase);
  if (normal.text === '') return unread(phrase, 'Срок не указан: впишите его словами или датой.');
  const direct = parsePhrase(normal);
  if (direct.rule) return readAs(phrase, direct.rule, direct.remarks, normal.healed);
  const mended = respell(normal);
  const second = mended && parsePhrase(mended);
  if (second?.rule) return readAs(phrase, second.rule, second.remarks, mended?.healed ?? []);
  return {
    phrase,
    rule: unknownRule(normal.text),
    alternatives: partsOf(normal),
    healed: normal.healed,
    remarks: [],
  };
}

/** Where to look for a readable part: after a separator, or from a word that opens a deadline. */
const PART_STARTS =
  /(?:^|[,;()]\s?|\s-|\s)(?=\d|с |со |до |не поз|в течение |январ|феврал|март|апрел|ма[йяю] |июн|июл|август|сентябр|октябр|ноябр|декабр|еже|кажд)/g;
const MOST_PARTS = 8;

/** Rules of the parts of an unread phrase: offered to a person, never taken for the whole. */
function partsOf({ text, original }: NormalisedPhrase): DeadlineRule[] {
  const starts = [...text.matchAll(PART_STARTS)]
    .map(({ index, 0: { length } }) => index + length)
    .slice(0, MOST_PARTS);
  const rules: DeadlineRule[] = [];
  let readTo = 0;
  for (const start of starts.filter((from) => from < text.length)) {
    const end =
      start < readTo ? undefined : ends(text, start).find((to) => partRule({ text, original }, start, to));
    const rule = end === undefined ? undefined : partRule({ text, original }, start, end);
    if (end === undefined || !rule) continue;
    readTo = end;
    rules.push(rule);
  }
  return rules;
}

function partRule(
  { text, original }: Pick<NormalisedPhrase, 'text' | 'original'>,
  start: number,
  end: number,
): DeadlineRule | undefined {
  const { rule } = parsePhrase({ text: text.slice(start, end), original: original.slice(start, end) });
  return rule && DATED_KINDS.has(rule.kind) ? rule : undefined;
}

/** A part ends with the phrase, at a separator, or after one to three words. */
function ends(text: string, start: number): number[] {
  const words = [...text.slice(start).matchAll(/[ ,;()]/g)].map(({ index }) => start + index);
  return [text.length, ...words.slice(0, 5).toReversed()];
}
const DATED_KINDS: ReadonlySet<DeadlineRule['kind']> = new Set([
  'by_date',
  'month',
  'before_month',
  'month_range',
  'quarter',
  'date_range',
  'annual',
  'recurring',
]);

function readAs(
  phrase: string,
  rule: DeadlineRule,
  remarks: readonly string[],
  healed: readonly string[],
): DeadlineReading {
  return { phrase, rule, alternatives: alternativesOf(rule), healed, remarks };
}

function unread(phrase: string, reason: string): DeadlineReading {
  return {
    phrase,
    rule: { kind: 'unknown', reason, impossible: false },
    alternatives: [],
    healed: [],
    remarks: [],
  };
}

const reasonOf = (text: string): string =>
  hasImpossibleNumbers(text)
    ? 'В сроке названа дата, которой не бывает (нет такого месяца или числа): исправьте её.'
    : 'Срок не понят: напишите его иначе, например «до 15.09», «сентябрь» или «ежемесячно до 5 числа».';

const unknownRule = (text: string): DeadlineRule => ({
  kind: 'unknown',
  reason: reasonOf(text),
  impossible: hasImpossibleNumbers(text),
});

/** «07.12-19.20»: a date in form whose month or day no calendar has. */
function hasImpossibleNumbers(text: string): boolean {
  for (const [, day, month] of text.matchAll(/(?<![\d.])(\d{1,2})\.(\d{1,2})(?!\d)/g)) {
    if (Number(day) > 31 || Number(month) > 12 || Number(day) === 0 || Number(month) === 0) return true;
  }
  return false;
}
