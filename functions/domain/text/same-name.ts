/** What nobody sees: zero-width signs, soft hyphens, marks of direction, selectors of a glyph, tags, control signs. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffc]|(?!\s)\p{Cc}/gu;

/** The text as people see it; blanks stay as they are. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}

/** Whether two texts are one name to whoever reads them: see `comparableName`. */
export function isSameName(a: string, b: string): boolean {
  return a === b || comparableName(a) === comparableName(b);
}

/**
 * The form in which names are compared, wherever one is looked for or looked for twice: choices, schools, measures,
 * headers, labels, tabs, parameters. Equal for texts that differ in what nobody sees (zero-width signs, soft hyphens),
 * in blanks, case, ё, the shape of dashes, quotes and the sign №, letters of other alphabets that look Russian, wide
 * letters, or signs at the end. It is for comparing alone: what was typed is kept and shown as it was typed.
 */
export function comparableName(text: string): string {
  if (text.length > MAX_REMEMBERED) return fold(text);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const name = fold(text);
  if (remembered.size >= MAX_NAMES) remembered.clear();
  remembered.set(text, name);
  return name;
}

/** The items by what they are called; each group under the name as its first item writes it. */
export function groupByName<Item>(
  items: Iterable<Item>,
  nameOf: (item: Item) => string,
): readonly (readonly [name: string, items: readonly Item[]])[] {
  const groups = new Map<string, [string, Item[]]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(comparableName(name));
    if (group) group[1].push(item);
    else groups.set(comparableName(name), [name, [item]]);
  }
  return [...groups.values()];
}

/** Few names stand in many cells: each is folded once, or 50,000 rows would cost a second. */
const remembered = new Map<string, string>();
const MAX_NAMES = 5000;
const MAX_REMEMBERED = 200;

function fold(text: string): string {
  const letters = withoutInvisible(
    text.normalize('NFC').replaceAll(COMPATIBLE, (sign) => sign.normalize('NFKC')),
  )
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(ALIKE, (letter) => RUSSIAN.get(letter) ?? letter)
    .replaceAll(/(?<=[а-я])[03](?=[а-я])/gu, (digit) => (digit === '0' ? 'о' : 'з'));
  return letters
    .replaceAll(/(?<=\d),(?=\d)/gu, '.')
    .replaceAll(/[\s\u0085\u2800]+/gu, ' ')
    .replaceAll(/ ?[\p{Pd}\u2043\u2212\u02d7\u00af]+ ?/gu, '-')
    .replaceAll(/[«»‹›"'`´\u02b9-\u02bc\u2018-\u201f\u2032-\u2036\u275b-\u275e\u301d-\u301f]+/gu, '"')
    .replaceAll(NUMBER_SIGN, ' № ')
    .replaceAll(/ +/gu, ' ')
    .replace(/^ /u, '')
    .replace(/[ .,:;]+$/u, '');
}

/** Wide letters, ligatures, Roman figures of one sign, letters of formulas, the three dots of one sign. */
const COMPATIBLE = /[\uff01-\uff5e\ufb00-\ufb06\u2160-\u217f\u2026\u{1d400}-\u{1d7ff}]/gu;

/** «№ 1», «№1», «No 1», «N1», «Nº 1»; in «но» and «n раз» no number is meant. */
const NUMBER_SIGN = / ?(?:№ ?)+|(?<![\p{L}\d])n(?:о|º|°)?\.? ?(?=\d|п\/п)/gu;

/** Letters of other alphabets, in lower case, each before the Russian letter that it (or its capital) looks like. */
const TWINS = 'aаbвcсeеhнkкmмoоpрtтxхyуëеёеαаβвεеηнκкμмοоρрτтχхυуѕsіiӏiјjԁdԛqԝwһнҽе';
const RUSSIAN: ReadonlyMap<string, string> = new Map(
  Array.from(TWINS.matchAll(/(.)(.)/gu), ([, letter = '', twin = '']) => [letter, twin] as const),
);
const ALIKE = new RegExp(`[${[...RUSSIAN.keys()].join('')}]`, 'gu');
