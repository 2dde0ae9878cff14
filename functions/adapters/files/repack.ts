import JSZip from 'jszip';

/** What shall stand in place of a part of the file; undefined: it stays. */
type Mend = (name: string, entry: JSZip.JSZipObject) => Promise<string | undefined>;

/** The same archive with every part dated `date`, so that equal contents are equal bytes. */
export async function repack(bytes: ArrayBuffer | Uint8Array, date: Date, mend: Mend): Promise<Buffer> {
  const source = await JSZip.loadAsync(bytes);
  const target = new JSZip();
  for (const [name, entry] of Object.entries(source.files)) {
    if (entry.dir) continue;
    const content = (await mend(name, entry)) ?? (await entry.async('nodebuffer'));
    target.file(name, content, { date, createFolders: false });
  }
  return target.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
