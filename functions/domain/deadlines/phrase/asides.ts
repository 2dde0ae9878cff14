import { MONTH_STEM, withoutCounts } from '../grammar/build-text.ts';
import type { NormalisedPhrase } from './normalise.ts';

/** A phrase without the words around its dates that set none, and those words in the writer's spelling. */
export interface BarePhrase {
  readonly phrase: NormalisedPhrase;
  readonly asides: readonly string[];
}

/** «1 этап-», «(отчёт)», «-входная», «, отчёт»; what stands before the first date is never taken out. */
const ASIDE =
  /(?<![а-я\d-])(?:\d|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+) (?:этап|смен|тур|поток|очеред|волн)[а-я]*(?: ?[-:,] ?| )|(?<=.) ?\([^()]*\)|(?<=.)-(?:\d+(?:(?:-|, | и )\d+)* )?[а-я][а-я ]*(?=[,;]|$)|(?<=^|[,;] )(?:[а-я][а-я ]*|(?:для )?\d+(?:(?:-|, | и )\d+)* кл(?:асс)?[а-я]*)[-:] ?(?=(?:до|не позднее|в срок до) \d|\d{1,2}(?:\.\d| (?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек))|янв|фев|мар|апр|ма[йя](?![а-я])|июн|июл|авг|сен|окт|ноя|дек|еже|\d раза? в)|(?<=.)-для \d+ класс[а-я]*(?=[,;]|$)|(?<=.)[,;] [а-я][а-я ]*(?=[,;]|$)/g;

const DEADLINE_WORD =
  /\d|год|лет|квартал|четверт|триместр|полугод|половин|недел|декад|месяц|дн[еяюйи]|день|сут[ко]|час|еже|кажд|раза?(?![а-я])|дважды|постоян|регуляр|системат|период|срок|течени|(?<![а-я])(?:до|после|перед|с|со|к|ко|по|за|через|кроме|не)(?![а-я])|позже|позднее|ран(?:ее|ьше)|каникул|далее|затем|потом|понедельн|вторник|сред[ауы](?![а-я])|четверг|пятниц|суббот|воскресен|перен[ео]с|отмен|исключ|резерв|перв|втор|трет|последн|необходим|потребн|надобн|начал|середин|кон[ец]|осен|зим|вес[ен]|этап/;

/** Undefined where there is nothing to take out. */
export function withoutAsides({ text, original, healed }: NormalisedPhrase): BarePhrase | undefined {
  const asides: string[] = [];
  let [bare, bareOriginal, from] = ['', '', 0];
  for (const { index, 0: found } of text.matchAll(ASIDE)) {
    if (!isAside(found)) continue;
    asides.push(original.slice(index, index + found.length).replace(/^[ (,;-]+|[ ),;:-]+$/g, ''));
    bare += text.slice(from, index);
    bareOriginal += original.slice(from, index);
    from = index + found.length;
  }
  if (asides.length === 0) return undefined;
  const phrase = { text: bare + text.slice(from), original: bareOriginal + original.slice(from), healed };
  return { phrase, asides };
}

function isAside(found: string): boolean {
  if (
    /(?:^|\s)(?:этап|смен|тур|поток|очеред|волн)[а-я]*[-:, ]*$|^-?(?:для )?\d+(?:(?:-|, | и )\d+)* кл(?:асс)?[а-я]*[-: ]*$/.test(
      found,
    )
  )
    return !MONTH_STEM.test(found);
  const named = /^ ?\(((?:[а-я]+ )+)(?:этап|смен|тур|период|срок|отчет|волн)[а-я]*\)$/.exec(found)?.[1];
  if (named !== undefined) return !/отчетн|учебн|каникул/.test(named) && !DEADLINE_WORD.test(named);
  const words = /^ ?[(-]/.test(found) ? withoutCounts(found) : found;
  return !MONTH_STEM.test(words) && !DEADLINE_WORD.test(words);
}
