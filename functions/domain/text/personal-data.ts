/** Data of persons that no cell of the workbook may hold (152-ФЗ): what was found, by its Russian name. */
export type PersonalKind = 'СНИЛС' | 'паспорт' | 'мобильный телефон' | 'личная почта' | 'фамилия, имя';

interface Pattern {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  readonly isReal?: (found: string) => boolean;
}

const PATTERNS: readonly Pattern[] = [
  { kind: 'СНИЛС', pattern: /(?<!\d)\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d{2}(?!\d)/gu, isReal: isSnils },
  { kind: 'паспорт', pattern: /(?<=паспорт[а-я]*[^\d\n]{0,20})\d{2} ?\d{2}[ №]{0,3}\d{6}(?!\d)/giu },
  { kind: 'паспорт', pattern: /(?<!\d)\d{2} \d{2} \d{6}(?!\d)/gu },
  {
    kind: 'мобильный телефон',
    pattern: /(?<![\d+])(?:\+7|8)[ -]?\(?9\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)/gu,
  },
  {
    // From the start of a word alone, RFC 5321, 4.5.3.1: a picture pasted as text is a word of 50,000 signs.
    kind: 'личная почта',
    pattern:
      /(?<![\w.+-])[\w.+-]{1,64}@(?:gmail\.com|mail\.ru|bk\.ru|inbox\.ru|list\.ru|yandex\.(?:ru|com)|ya\.ru|rambler\.ru|icloud\.com|hotmail\.com|outlook\.com|yahoo\.com)(?![\w-])/giu,
  },
];

/** «Иванов И.И.», «И.И. Иванов», «Иванова Мария Петровна»: looked for only where positions belong. */
const NAMES: readonly Pattern[] = [
  {
    kind: 'фамилия, имя',
    pattern: /(?<![а-яё])[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ]\. ?[А-ЯЁ]\./gu,
  },
  { kind: 'фамилия, имя', pattern: /(?<![а-яё.])[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё]+(?![а-яё])/gu },
  {
    kind: 'фамилия, имя',
    pattern: /(?<![а-яё])[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|ична|кызы|оглы)(?![а-яё])/gu,
  },
];

/** Most texts hold none of the signs that all patterns need. */
const SUSPECT = /\d{3}|\d{2} \d|@/u;

/** The kinds of personal data in the text; `withNames` where a position is expected and no name. */
export function findPersonal(text: string, { withNames = false } = {}): readonly PersonalKind[] {
  const patterns = [...(SUSPECT.test(text) ? PATTERNS : []), ...(withNames ? NAMES : [])];
  const kinds = patterns.filter(({ pattern, isReal = () => true }) =>
    [...text.matchAll(pattern)].some(([found]) => isReal(found)),
  );
  return [...new Set(kinds.map(({ kind }) => kind))];
}

/** The text with a note of its kind in place of each number, address or, where asked for, name of a person. */
export function maskPersonal(text: string, { withNames = false } = {}): string {
  const patterns = [...(SUSPECT.test(text) ? PATTERNS : []), ...(withNames ? NAMES : [])];
  return patterns.reduce(
    (masked, { kind, pattern, isReal = () => true }) =>
      masked.replace(pattern, (found) => (isReal(found) ? `[скрыто: ${kind}]` : found)),
    text,
  );
}

/** By the check sum: 101 takes the place of 0 beyond 100 (постановление ПФР от 31.07.2006 № 192п). */
function isSnils(text: string): boolean {
  const digits = [...text.replace(/\D/gu, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (9 - index), 0);
  const check = sum % 101 === 100 ? 0 : sum % 101;
  return check === Number(digits.slice(9).join(''));
}
