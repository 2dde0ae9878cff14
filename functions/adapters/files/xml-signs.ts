// XML has no signs for these, and Word and Excel refuse the whole file for one of them.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** The text without the signs that no XML may hold; half a surrogate pair becomes `\uFFFD`. */
export function toXmlSigns(text: string): string {
  return text.replace(FORBIDDEN, '').toWellFormed();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The text as it may stand between tags and in a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
