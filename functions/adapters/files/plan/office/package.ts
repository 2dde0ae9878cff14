import { Readable } from 'node:stream';
import JSZip from 'jszip';
import type { Spending } from '../limits.ts';
import { readXml, type XmlListener } from './xml.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its address, the same in transitional and strict files: `worksheet`, `styles`. */
  readonly type: string;
  /** The part that it leads to. */
  readonly target: string;
}

/** An office file: parts in an archive, and what leads from one to another. */
export interface OfficePackage {
  readonly spending: Spending;
  /** Of `part`, or of the whole file ('') to its main part. */
  relationsOf(part: string): Promise<readonly Relation[]>;
  /** False where there is no such part. */
  read(part: string, listener: XmlListener): Promise<boolean>;
  /** Unpacks all parts, pictures too, to count what they do come to: for whoever will need them whole. */
  measure(): Promise<void>;
}

/**
 * What the parts say that they come to is asked of all; what is unpacked, which is only what is read, is counted.
 * Throws on what is no archive, and `FileLimitError`.
 */
export async function openPackage(bytes: Uint8Array, spending: Spending): Promise<OfficePackage> {
  spendParts(bytes, spending);
  const zip = await JSZip.loadAsync(bytes);
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  spending.spend(
    'declaredBytes',
    entries.map(declaredSize).reduce((sum, size) => sum + size, 0),
  );
  // Names are compared without case, and some programs write the slashes of Windows.
  const parts = new Map(entries.map((entry) => [keyOf(entry.name), entry]));
  const read: OfficePackage['read'] = async (part, listener) => {
    const entry = parts.get(keyOf(part));
    if (entry) await readXml(chunksOf(entry, spending), listener, spending);
    return entry !== undefined;
  };
  return {
    spending,
    read,
    measure: async () => {
      for (const entry of entries) {
        for await (const _ of chunksOf(entry, spending)) continue;
      }
    },
    relationsOf: async (part) => {
      const found: Relation[] = [];
      const folder = part.slice(0, part.lastIndexOf('/') + 1);
      await read(`${folder}_rels/${part.slice(folder.length)}.rels`, {
        open: ({ name, attributes: { Id: id = '', Type = '', Target = '', TargetMode } }) => {
          if (name !== 'r:Relationship' || TargetMode === 'External') return;
          found.push({
            id,
            type: Type.slice(Type.lastIndexOf('/') + 1),
            target: resolveTarget(folder, Target),
          });
        },
      });
      return found;
    },
  };
}

/** Begins the entry of each part in the archive's list of contents. */
const ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');

/** Before anything is made of them. */
function spendParts(bytes: Uint8Array, spending: Spending): void {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = archive.indexOf(ENTRY); at >= 0; at = archive.indexOf(ENTRY, at + ENTRY.length)) {
    spending.spend('parts');
  }
}

/** JSZip has it and documents it nowhere. */
function declaredSize(entry: JSZip.JSZipObject): number {
  const { _data: data } = entry as JSZip.JSZipObject & { _data?: { uncompressedSize?: number } };
  return data?.uncompressedSize ?? 0;
}

async function* chunksOf(entry: JSZip.JSZipObject, spending: Spending): AsyncGenerator<Buffer> {
  // Its streams are of the old kind, which no loop can read.
  const chunks: AsyncIterable<Buffer> = new Readable().wrap(entry.nodeStream());
  for await (const chunk of chunks) {
    spending.spend('unpackedBytes', chunk.length);
    yield chunk;
  }
}

function keyOf(part: string): string {
  return part.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

/** `/xl/sheet.xml` is one of the whole file, `../sheet.xml` one of the part's folder. */
function resolveTarget(folder: string, target: string): string {
  const { pathname } = new URL(target.replaceAll('\\', '/'), `file:///${folder}`);
  return decodeURIComponent(pathname);
}
