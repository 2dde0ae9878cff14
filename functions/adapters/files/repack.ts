import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { toXmlSigns } from './xml-signs.ts';

/**
 * What shall stand in place of a part of the file; undefined: it stays. Pieces are written one by one, for a part that is
 * too large to be held; their signs are such as XML may hold.
 */
type Mend = (name: string, entry: JSZip.JSZipObject) => Promise<string | Iterable<string> | undefined>;

/** Characters. */
const PIECE = 100_000;

const XML = /\.(?:xml|rels|vml)$/u;

/**
 * The same archive with every part dated `date`, so that equal contents are equal bytes, and every part of XML such
 * as all programs read, whatever was typed into the cells: exceljs 4.4.0 lets U+FFFE and U+FFFF through, docx more in
 * the properties of the file. `added`: parts of XML that the file has not.
 */
export async function repack(
  bytes: ArrayBuffer | Uint8Array,
  date: Date,
  mend: Mend,
  added: () => Readonly<Record<string, string>> = () => ({}),
): Promise<Buffer> {
  const source = await JSZip.loadAsync(bytes);
  const target = new JSZip();
  for (const [name, entry] of Object.entries(source.files)) {
    if (entry.dir) continue;
    const mended = await mend(name, entry);
    const content = await contentOf(name, entry, mended);
    target.file(name, content, { date, createFolders: false });
  }
  for (const [name, xml] of Object.entries(added()))
    target.file(name, toXmlSigns(xml), { date, createFolders: false });
  return target.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function contentOf(
  name: string,
  entry: JSZip.JSZipObject,
  mended: Awaited<ReturnType<Mend>>,
): Promise<string | Buffer | Readable> {
  if (mended !== undefined && typeof mended !== 'string') return Readable.from(inLargePieces(mended));
  if (XML.test(name)) return toXmlSigns(mended ?? (await entry.async('text')));
  return mended ?? (await entry.async('nodebuffer'));
}

/** A row at a time would be tens of thousands of turns of the archive. */
function* inLargePieces(pieces: Iterable<string>): Iterable<Buffer> {
  let large = '';
  for (const piece of pieces) {
    large += piece;
    if (large.length < PIECE) continue;
    yield Buffer.from(large);
    large = '';
  }
  yield Buffer.from(large);
}
