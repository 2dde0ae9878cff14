/** By Russian custom the second stays on the line of the first. */
const TOGETHER: readonly RegExp[] = [
  /№ (?=\d|б\/н)/gu,
  / (?=[—–])/gu,
  /— (?=\d)/gu,
  /\d (?=[\p{Ll}%])/gu,
  /(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря) (?=\d{4})/gu,
  /\p{Lu}\.(?:\p{Lu}\.)? (?=\p{Lu}\p{Ll})/gu,
];

/** The text with spaces at which no line ends: `№ 1`, `15 октября 2021 г.`, `5 школ`, `И.О. Фамилия`, a dash. */
export function typeset(text: string): string {
  return TOGETHER.reduce(
    (set, pattern) => set.replace(pattern, (found) => `${found.slice(0, -1)}\u00a0`),
    text,
  );
}
