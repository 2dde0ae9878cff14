/** A number format taken apart: what stands before, within and after the places of the value. */
export interface Pattern {
  readonly before: string;
  readonly places: string;
  readonly after: string;
}

/** In a format: a quoted or escaped literal, a bracketed condition or language, any other sign. */
const FORMAT_PART =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|\[(?<bracketed>[^\]]*)\]|(?<padding>[_*].)|(?<sign>.)/gsu;
const GENERAL = /General|Standard|Основной|AM\/PM/giu;

/** `place`: the signs that stand for parts of the value. */
export function takeApart(section: string, place: RegExp): Pattern {
  let [before, places, literal] = ['', '', ''];
  for (const { groups = {} } of section.replace(GENERAL, '').matchAll(FORMAT_PART)) {
    const { quoted, escaped, bracketed, padding, sign = '' } = groups;
    const isElapsed = bracketed !== undefined && /^[hms]+$/iu.test(bracketed);
    if (padding !== undefined || (bracketed !== undefined && !isElapsed)) continue;
    if (isElapsed || (sign !== '' && place.test(sign))) {
      if (places === '') before = literal;
      places += `${places === '' ? '' : literal}${(bracketed ?? sign).toLowerCase()}`;
      literal = '';
    } else literal += quoted ?? escaped ?? sign;
  }
  return { before: words(places === '' ? '' : before), places, after: words(literal) };
}

/** Of what surrounds a value only words and their stops matter. */
function words(literal: string): string {
  return /\p{L}/u.test(literal) ? literal : '';
}

/** A format has up to four: of positive numbers, of negative ones, of zero, of texts. */
export function sectionsOf(format: string): readonly string[] {
  return analyse(format).sections;
}

/** Whether numbers under the format are moments: it has places of days, months, years, hours or seconds. */
export function isMomentFormat(format: string): boolean {
  return analyse(format).isMoment;
}

interface Analysis {
  readonly sections: readonly string[];
  readonly isMoment: boolean;
}

/** A file has few formats and many cells. */
const analyses = new Map<string, Analysis>();
const MAX_ANALYSES = 1000;

function analyse(format: string): Analysis {
  const before = analyses.get(format);
  if (before) return before;
  const sections = divide(format);
  const analysis = { sections, isMoment: hasMomentPlaces(sections[0] ?? '') };
  if (analyses.size >= MAX_ANALYSES) analyses.clear();
  analyses.set(format, analysis);
  return analysis;
}

function divide(format: string): readonly string[] {
  const sections = [''];
  for (const [part] of format.matchAll(FORMAT_PART)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

/** The section of a number; '' where the format shows nothing for it. */
export function formatSectionOf(format: string, value: number): string {
  const [positive = '', negative, zero] = sectionsOf(format);
  if (value < 0) return negative ?? positive;
  return value === 0 ? (zero ?? positive) : positive;
}

function hasMomentPlaces(section: string): boolean {
  const signs = [...section.replace(GENERAL, '').matchAll(FORMAT_PART)]
    .map(({ groups: { bracketed = '', sign = '' } = {} }) =>
      /^[hms]+$/iu.test(bracketed) ? bracketed : sign,
    )
    .join('');
  return /[ymdhs]/iu.test(signs) && !/[#?]|0[.,]?[eE]/u.test(signs);
}

const RUSSIAN: Readonly<Record<string, string>> = { д: 'd', м: 'm', г: 'y', ч: 'h', с: 's' };

/** `ДД.ММ.ГГГГ`, as some programs write what they should write as `dd.mm.yyyy`. */
export function internationalFormat(format: string): string {
  const isRussian = /ДД|ММ|ГГ|чч/iu.test(format) && !/[ymdhs]/iu.test(format.replaceAll(/\[[^\]]*\]/gu, ''));
  return isRussian
    ? format.replace(/д+|м+|г{2,}|ч+|с+/giu, (part) =>
        [...part].map((sign) => RUSSIAN[sign.toLowerCase()] ?? sign).join(''),
      )
    : format;
}
