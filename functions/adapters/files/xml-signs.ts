// XML has no signs for these, and Word and Excel refuse the whole file for one of them.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** The text without the signs that no XML may hold; half a surrogate pair becomes `\uFFFD`. */
export function toXmlSigns(text: string): string {
  return text.replace(FORBIDDEN, '').toWellFormed();
}
