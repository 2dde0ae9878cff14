import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { FileLimitError, type Spending } from '../limits.ts';

export interface XmlElement {
  /** The short name of its namespace, whatever the file calls it, and its own: `s:row`, `w:tc`, `?:x` of any other. */
  readonly name: string;
  /** By their own names, whatever their namespace. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

export interface XmlListener {
  open(element: XmlElement): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Transitional and strict ones alike. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'r',
};

/** Reads one part as it comes, holding nothing of it. Throws on what is no XML, and `FileLimitError`. */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  listener: XmlListener,
  spending: Spending,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('opentag', ({ local, uri, attributes }) => {
    spending.spend('elements');
    depth += 1;
    if (depth > spending.limits.depth) throw new FileLimitError('его разметка вложена слишком глубоко');
    const own: Record<string, string> = {};
    for (const attribute of Object.values(attributes)) own[attribute.local] = attribute.value;
    listener.open({ name: nameOf(uri, local), attributes: own });
  });
  parser.on('closetag', ({ local, uri }) => {
    depth -= 1;
    listener.close?.(nameOf(uri, local));
  });
  const text = (part: string) => listener.text?.(part);
  parser.on('text', text);
  parser.on('cdata', text);
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.close();
}

function nameOf(uri: string, local: string): string {
  return `${NAMESPACES[uri] ?? '?'}:${local}`;
}

/** By its mark, by the zero half of its first sign, or as its first line says. */
function encodingOf(start: Uint8Array): string {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be';
  const head = Buffer.from(start.subarray(0, 200)).toString('latin1');
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/u.exec(head)?.[1] ?? 'utf-8';
}

/** `xsd:boolean`, and the `on` and `off` of older files; an element without `val` is on. */
export function isOn(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : ['1', 'true', 'on'].includes(value.trim().toLowerCase());
}
