import { MONTH_STEM, withoutCounts } from '../grammar/build-text.ts';
import type { NormalisedPhrase } from './normalise.ts';

/** A phrase without the words around its dates that set none, and those words in the writer's spelling. */
export interface BarePhrase {
  readonly phrase: NormalisedPhrase;
  readonly asides: readonly string[];
}

/** What work is parted into; «срок» and «период» only with a word that says which. */
const STAGE = '(?:этап|смен|тур|поток|очеред|волн|групп|заезд|цикл)[а-я]*';
const ORDINAL = '(?:\\d|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+)';
const CLASSES = '(?:(?:для|в) )?\\d+(?:(?:-|, | и )\\d+){0,9} кл(?:асс)?[а-я]*';
const EXAM = '(?:гиа|егэ|огэ|гвэ|впр|рико)-\\d{1,2}';
const OCCASION =
  '(?:(?:международн|всемирн|всероссийск)[а-я]+ )?(?:день|дня|неделя|месячник|акция|урок|праздник|конкурс|фестиваль|олимпиада|линейка|час) [а-я]';
const BOUND = '(?:до|не позднее|в срок до) \\d';
const MONTHS = 'январ|феврал|март|апрел|ма[йе](?![а-я])|июн|июл|август|сентябр|октябр|ноябр|декабр';
const DATE = `(?:${BOUND}|\\d{1,2}(?:\\.\\d|[- ](?:\\d{1,2}(?:\\.\\d| [а-я])|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек))|янв|фев|мар|апр|ма[йя](?![а-я])|июн|июл|авг|сен|окт|ноя|дек|еже|\\d раза? в)`;

/**
 * «1 этап-», «(отчёт)», «-входная», «, отчёт», «школы до», «(резерв-19 мая)»; of what stands before the first date only
 * what names the work is taken out.
 */
const ASIDE = new RegExp(
  [
    `(?<![а-я\\d-])${ORDINAL} ${STAGE}(?: ?[-:,] ?| )`,
    '(?<=.)[,;]? ?\\(?резерв[а-я]*(?: (?:день|дни|срок|дата|даты)[а-я]*)?[-: ]+\\d[^,;()]*\\)?',
    '(?<=.) ?\\([^()]*\\)',
    '(?<=.)-(?:\\d+(?:(?:-|, | и )\\d+){0,9} )?[а-я][а-я ]*(?=[,;]|$)',
    `(?<=^|[,;] )(?:[а-я][а-я ]*|${CLASSES}|${EXAM})[-:] ?(?=${DATE})`,
    `(?<=^|[,;] )[а-я][а-я ]*? (?=${BOUND}|в (?:${MONTHS}))`,
    `(?<=^)[а-я][а-я ]* ${STAGE}, (?=${DATE})`,
    `(?<=.)[,;] ${ORDINAL} ${STAGE}(?=[,;]|$)`,
    `(?<=^)(?:${OCCASION})[а-я ]*, (?=${DATE})`,
    `(?<=.)-для \\d+ класс[а-я]*(?=[,;]|$)`,
    '(?<=.)[,;] [а-я][а-я ]*(?=[,;]|$)',
  ].join('|'),
  'g',
);

/** «I этап (сентябрь), II этап (ноябрь)»: names with their dates in brackets, and nothing else. */
const NAMED_BRACKETS = /^(?:[^(),;]+ ?\([^()]+\)(?:[,;] ?|$))+$/;
const NAMED_BRACKET = /([^(),;]+?) ?\(([^()]+)\)([,;] ?|$)/g;

const DEADLINE_WORD =
  /\d|год|лет|квартал|четверт|триместр|полугод|половин|недел|декад|месяц|дн[еяюйи]|день|сут[ко]|час(?!т)|еже|кажд|раза?(?![а-я])|дважды|постоян|регуляр|системат|период|срок|течени|(?<![а-я])(?:до|после|перед|с|со|к|ко|по|за|через|кроме|не)(?![а-я])|позже|позднее|ран(?:ее|ьше)|каникул|далее|затем|потом|понедельн|вторник|сред[ауы](?![а-я])|четверг|пятниц|суббот|воскресен|перен[ео]с|отмен|исключ|резерв|(?<![а-я])(?:перв|втор)|трет|последн|необходим|потребн|надобн|начал|середин|кон[ец](?!т)|осен|зим|вес[ен]|этап/;

/** Undefined where there is nothing to take out. */
export function withoutAsides({ text, original, healed }: NormalisedPhrase): BarePhrase | undefined {
  const named = withoutNames({ text, original, healed });
  if (named) return named;
  const asides: string[] = [];
  let [bare, bareOriginal, from] = ['', '', 0];
  for (const { index, 0: found } of text.matchAll(ASIDE)) {
    if (!isAside(found)) continue;
    asides.push(trimmed(original.slice(index, index + found.length)));
    bare += text.slice(from, index);
    bareOriginal += original.slice(from, index);
    from = index + found.length;
  }
  if (asides.length === 0) return undefined;
  const phrase = { text: bare + text.slice(from), original: bareOriginal + original.slice(from), healed };
  return { phrase, asides };
}

const trimmed = (words: string): string => words.replace(/^[ (,;-]+|[ ),;:-]+$/g, '');

function withoutNames({ text, original, healed }: NormalisedPhrase): BarePhrase | undefined {
  if (!text.includes('(') || !NAMED_BRACKETS.test(text)) return undefined;
  const parts = [...text.matchAll(NAMED_BRACKET)];
  if (!parts.every(([, name = '', dates = '']) => isName(name) && new RegExp(`^${DATE}|^с \\d`).test(dates)))
    return undefined;
  const bare = parts.map(([, , dates = '']) => dates).join(', ');
  const asides = parts.map(({ index, 1: name = '' }) => trimmed(original.slice(index, index + name.length)));
  return { phrase: { text: bare, original: bare, healed }, asides };
}

/** «2 этап», «основной период»: the part of the work, whatever its words say elsewhere. */
const PART_NAME = new RegExp(
  `(?:${ORDINAL} (?:${STAGE}|срок[а-я]*|период[а-я]*)|[а-я]+(?:ый|ой|ий|ая|ое|ые) (?:${STAGE}|срок[а-я]*|период[а-я]*|отчет[а-я]*|день|дни|дат[аы]))(?![а-я])`,
  'g',
);
const OTHER_PERIODS =
  /(?:отчетн|учебн|каникулярн|установленн|указанн)[а-я]+ (?:период|срок)|(?:рабоч|выходн|праздничн|последн)[а-я]+ д/;

function isName(words: string): boolean {
  if (MONTH_STEM.test(words) || OTHER_PERIODS.test(words)) return false;
  const [adjective = ''] = /[а-я]+(?= период| срок)/.exec(words) ?? [];
  if (/осен|зим|весен|летн/.test(adjective)) return false;
  if (new RegExp(`^${OCCASION}`).test(words)) return true;
  return !DEADLINE_WORD.test(words.replace(PART_NAME, '').replace(new RegExp(`^-?${CLASSES}`), ''));
}

function isAside(found: string): boolean {
  if (/^[,;]? ?\(?резерв/.test(found)) return true;
  if (new RegExp(`^${EXAM}[-: ]*$`).test(found)) return true;
  return isName(/^ ?[(-]/.test(found) ? withoutCounts(found) : found.replace(/[-:, ]+$/, ''));
}
