import { parsePhrase } from './grammar/index.ts';
import { normalisePhrase, type NormalisedPhrase } from './phrase/normalise.ts';
import { withoutAsides } from './phrase/asides.ts';
import { inOwnSigns } from './phrase/own-signs.ts';
import { respell } from './phrase/respell.ts';
import { withYearsLast } from './phrase/years-first.ts';
import { alternativesOf, dayOfSheetMonth } from './alternatives.ts';
import { isDated, type DeadlineRule } from './rule/rule.ts';
import type { DeadlineReading } from './types.ts';

/** Longer than any deadline cell of a real plan; a whole page pasted into the cell is not read. */
export const LONGEST_PHRASE = 1000;

/** How the phrase is understood, without any dates yet. Never throws: what is not understood is `unknown`. */
export function parseDeadline(phrase: string): DeadlineReading {
  if (phrase.length > LONGEST_PHRASE) {
    return unread(phrase, `Срок длиннее ${LONGEST_PHRASE} знаков: оставьте в ячейке только сам срок.`);
  }
  const normal = normalisePhrase(phrase);
  if (normal.text === '') return unread(phrase, 'Срок не указан: впишите его словами или датой.');
  const read = parseNormal(normal) ?? parseMended(respell(normal));
  if (read) {
    const alternatives = [...read.alternatives, ...dayOfSheetMonth(read.rule, phrase)];
    return inOwnWords({ phrase, ...read, alternatives });
  }
  return {
    phrase,
    rule: unknownRule(normal.text),
    alternatives: partsOf(normal),
    healed: normal.healed,
    remarks: [],
    further: [],
  };
}

/**
 * The reading of a phrase that is right as it is typed, undefined for any other: no word is respelt and no part of it
 * looked for, so that thousands of texts that may be deadlines are asked in a moment.
 */
export function parseAsTyped(phrase: string): DeadlineReading | undefined {
  if (phrase.length > LONGEST_PHRASE) return undefined;
  const normal = normalisePhrase(phrase);
  const read = normal.text === '' ? undefined : parseNormal(normal);
  return read && { phrase, ...read };
}

/** What a person is told of the phrase has the phrase's own signs. */
function inOwnWords(reading: DeadlineReading): DeadlineReading {
  const own = (words: string): string => inOwnSigns(words, reading.phrase);
  return {
    ...reading,
    rule: ownDetail(reading.rule, own),
    remarks: reading.remarks.map(own),
    further: reading.further.map(own),
  };
}

function ownDetail(rule: DeadlineRule, own: (words: string) => string): DeadlineRule {
  if (rule.kind === 'by_external_act' || rule.kind === 'on_demand')
    return { ...rule, detail: own(rule.detail) };
  if (rule.kind !== 'relative' || rule.anchor.type !== 'event' || rule.anchor.event === null) return rule;
  return { ...rule, anchor: { ...rule.anchor, event: own(rule.anchor.event) } };
}

const parseMended = (mended: NormalisedPhrase | undefined): Omit<DeadlineReading, 'phrase'> | undefined =>
  mended && parseNormal(mended);

/** The phrase as it stands, else without the words around its dates; undefined where neither is understood. */
function parseNormal(normal: NormalisedPhrase, isBare = false): Omit<DeadlineReading, 'phrase'> | undefined {
  const whole = parseText(normal);
  if (whole) return whole;
  const yearsLast = withYearsLast(normal);
  const listed = yearsLast && parseText(yearsLast);
  if (listed) return listed;
  const bare = withoutAsides(normal);
  if (!bare) return undefined;
  const read = parseText(bare.phrase) ?? (isBare ? undefined : parseNormal(bare.phrase, true));
  if (!read) return undefined;
  const alternatives = [...read.alternatives, ...bare.asides.flatMap(reserveDay)];
  return { ...read, alternatives, remarks: [...bare.asides, ...read.remarks] };
}

/** «резервный день – 20.11»: the day that may take the place of the named one. */
function reserveDay(aside: string): DeadlineRule[] {
  const [, day] = /^резерв[^\d]*(\d.*)$/iu.exec(aside) ?? [];
  const rule = day === undefined ? null : parsePhrase({ text: day.toLowerCase(), original: day }).rule;
  return rule && isDated(rule) ? [rule] : [];
}

function parseText(normal: NormalisedPhrase): Omit<DeadlineReading, 'phrase'> | undefined {
  const { rule, remarks, further } = parsePhrase(normal);
  const alternatives = rule ? alternativesOf(rule, normal.text) : [];
  return rule ? { rule, alternatives, healed: normal.healed, remarks, further } : undefined;
}

/** Where to look for a readable part: after a separator, or from a word that opens a deadline. */
const PART_STARTS =
  /(?:^|[,;()]\s?|\s-|\s)(?=\d|с |со |до |не поз|в течение |в начал|начал|в конц|конец|январ|феврал|март|апрел|ма[йяю] |июн|июл|август|сентябр|октябр|ноябр|декабр|еже|кажд)/g;
const MOST_PARTS = 8;
const LONGEST_PART = 200;

/** Rules of the parts of an unread phrase: offered to a person, never taken for the whole. */
function partsOf({ text, original }: NormalisedPhrase): DeadlineRule[] {
  const starts = [...text.matchAll(PART_STARTS)]
    .map(({ index, 0: { length } }) => index + length)
    .slice(0, MOST_PARTS);
  const rules: DeadlineRule[] = [];
  let readTo = 0;
  for (const start of starts.filter((from) => from < text.length)) {
    if (start < readTo) continue;
    const part = firstRule({ text, original }, start);
    if (!part) continue;
    readTo = part.end;
    rules.push(part.rule);
  }
  return rules;
}

/** The longest readable part from `start` on. */
function firstRule(
  phrase: Pick<NormalisedPhrase, 'text' | 'original'>,
  start: number,
): { rule: DeadlineRule; end: number } | undefined {
  for (const end of ends(phrase.text, start)) {
    const rule = partRule(phrase, start, end);
    if (rule) return { rule, end };
  }
  return undefined;
}

function partRule(
  { text, original }: Pick<NormalisedPhrase, 'text' | 'original'>,
  start: number,
  end: number,
): DeadlineRule | undefined {
  const { rule } = parsePhrase({ text: text.slice(start, end), original: original.slice(start, end) });
  const isPart = rule && (isDated(rule) || rule.kind === 'annual' || rule.kind === 'recurring');
  return isPart ? rule : undefined;
}

/** A part ends with the phrase, at a separator, or after one to three words. */
function ends(text: string, start: number): number[] {
  const words = [
    ...text
      .slice(start)
      .matchAll(/[ ,;()]/g)
      .take(5),
  ].map(({ index }) => start + index);
  const toTheEnd = text.length - start <= LONGEST_PART ? [text.length] : [];
  return [...toTheEnd, ...words.toReversed()];
}

function unread(phrase: string, reason: string): DeadlineReading {
  return {
    phrase,
    rule: { kind: 'unknown', reason, impossible: false },
    alternatives: [],
    healed: [],
    remarks: [],
    further: [],
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
    if (month === '00' && Number(day) < 24) continue; // «12.00» is a time
    if (Number(day) > 31 || Number(month) > 12 || Number(day) === 0 || Number(month) === 0) return true;
  }
  return false;
}
