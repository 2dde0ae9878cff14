import { parsePhrase } from './grammar/index.ts';
import { normalisePhrase } from './normalise.ts';
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
  return { ...unread(phrase, reasonOf(normal.text)), healed: normal.healed, rule: unknownRule(normal.text) };
}

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
