import JSZip from 'jszip';
import { FONT, FONT_SIZE } from './xlsx-styles.ts';

/**
 * Mends what exceljs 4.4.0 leaves: the parts of the file carry the time of the run, so that no two files
 * are equal; a link inside the file names its place twice, which Excel joins to a dead address (issue
 * 3027); a note is shown too small for a sentence; the default font, by which widths are measured, is one
 * that machines without Excel do not have.
 */
export async function finishXlsx(bytes: ArrayBuffer | Uint8Array, date: Date): Promise<Buffer> {
  const source = await JSZip.loadAsync(bytes);
  const target = new JSZip();
  for (const [name, entry] of Object.entries(source.files)) {
    const options = { date, createFolders: false };
    if (!entry.dir) target.file(name, await finishPart(name, entry), options);
  }
  return target.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function finishPart(name: string, entry: JSZip.JSZipObject): Promise<string | Buffer> {
  if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return finishLinks(await entry.async('text'));
  if (name.startsWith('xl/worksheets/_rels/')) return dropInnerTargets(await entry.async('text'));
  if (/^xl\/drawings\/vmlDrawing\d+\.vml$/.test(name)) return enlargeNotes(await entry.async('text'));
  if (name === 'xl/styles.xml') return setDefaultFont(await entry.async('text'));
  return entry.async('nodebuffer');
}

function setDefaultFont(xml: string): string {
  const font = `<font><sz val="${FONT_SIZE}"/><name val="${FONT}"/><family val="2"/></font>`;
  return xml.replace(/(<fonts[^>]*>)<font>.*?<\/font>/s, `$1${font}`);
}

/** A link with a place in the file needs no relation to an address outside of it. */
function finishLinks(xml: string): string {
  return xml.replace(/(<hyperlink ref="[A-Z]+\d+") r:id="[^"]*"( location=")#/g, '$1$2');
}

function dropInnerTargets(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="#[^>]*\/>/g, '');
}

/** From four rows and two columns to nine and four. */
function enlargeNotes(vml: string): string {
  return vml.replace(/<x:Anchor>([^<]*)<\/x:Anchor>/g, (_all, numbers: string) => {
    const [left = 0, leftPart = 0, top = 0, topPart = 0] = numbers.split(',').map(Number);
    const anchor = [left, leftPart, top, topPart, left + 4, 0, top + 9, 0];
    return `<x:Anchor>${anchor.join(', ')}</x:Anchor>`;
  });
}
