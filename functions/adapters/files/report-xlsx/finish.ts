import { repack } from '../repack.ts';
import { escapeXml } from '../xml-signs.ts';
import type { InnerLink } from './links.ts';
import { FONT_SIZE, quoteMarked, XLSX_FONT } from './styles.ts';

/**
 * Mends what exceljs 4.4.0 leaves: the parts of the file carry the time of the run, so that no two files
 * are equal; links to places in the file are not its own (issue 3027: it names the place twice, which Excel joins
 * to a dead address) and come by name of their part; a note is shown too small for a sentence; the default font,
 * by which widths are measured, is one that machines without Excel do not have; a text that looks like a formula is
 * not quoted.
 */
export async function finishXlsx(
  bytes: ArrayBuffer | Uint8Array,
  { date, links }: { readonly date: Date; readonly links: ReadonlyMap<string, readonly InnerLink[]> },
): Promise<Buffer> {
  return repack(bytes, date, async (name, entry) => {
    const own = links.get(name) ?? [];
    if (own.length > 0) return addLinks(await entry.async('text'), own);
    if (/^xl\/drawings\/vmlDrawing\d+\.vml$/.test(name)) return enlargeNotes(await entry.async('text'));
    return name === 'xl/styles.xml' ? quoteMarked(setDefaultFont(await entry.async('text'))) : undefined;
  });
}

function setDefaultFont(xml: string): string {
  const font = `<font><sz val="${FONT_SIZE}"/><name val="${XLSX_FONT}"/><family val="2"/></font>`;
  return xml.replace(/(<fonts[^>]*>)<font>.*?<\/font>/s, `$1${font}`);
}

/** A link with a place in the file needs no relation to an address outside of it. */
function addLinks(xml: string, links: readonly InnerLink[]): string {
  const own = links.map(
    ({ cell, location }) => `<hyperlink ref="${cell}" location="${escapeXml(location)}"/>`,
  );
  return xml.includes('</hyperlinks>')
    ? xml.replace('</hyperlinks>', () => `${own.join('')}</hyperlinks>`)
    : xml.replace(/(?=<printOptions|<pageMargins)/, () => `<hyperlinks>${own.join('')}</hyperlinks>`);
}

/** From four rows and two columns to nine and four. */
function enlargeNotes(vml: string): string {
  return vml.replace(/<x:Anchor>([^<]*)<\/x:Anchor>/g, (_all, numbers: string) => {
    const [left = 0, leftPart = 0, top = 0, topPart = 0] = numbers.split(',').map(Number);
    const anchor = [left, leftPart, top, topPart, left + 4, 0, top + 9, 0];
    return `<x:Anchor>${anchor.join(', ')}</x:Anchor>`;
  });
}
