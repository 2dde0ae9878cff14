import { SaxesParser } from 'saxes';

/** An element with what it holds, as it is written back; names bear their prefixes as the file has them. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

/** Throws on what is no XML. Its size is limited by whoever reads the file. */
export function parseXmlTree(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name, attributes }) => {
    const own = Object.entries(attributes).map(([key, value]) => [key, String(value)] as const);
    const node: XmlNode = { name, attributes: Object.fromEntries(own), children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const text = (part: string) => void open.at(-1)?.children.push(part);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
  const [first] = elementsOf(root);
  if (!first) throw new SyntaxError('no element');
  return first;
}

export function formatXmlTree(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${formatNode(root)}`;
}

function formatNode(node: XmlNode | string): string {
  if (typeof node === 'string') return escape(node);
  const { name, attributes, children } = node;
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const head = `<${name}${told.join('')}`;
  return children.length === 0 ? `${head}/>` : `${head}>${children.map(formatNode).join('')}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}

export function elementsOf({ children }: XmlNode): readonly XmlNode[] {
  return children.filter((child) => typeof child !== 'string');
}

/** Whatever its prefix. */
export function isNamed({ name }: XmlNode, local: string): boolean {
  return name === local || name.endsWith(`:${local}`);
}

export function childNamed(node: XmlNode, local: string): XmlNode | undefined {
  return elementsOf(node).find((child) => isNamed(child, local));
}

/** In the order of the document, at any depth. */
export function* allNamed(node: XmlNode, local: string): Generator<XmlNode> {
  for (const child of elementsOf(node)) {
    if (isNamed(child, local)) yield child;
    yield* allNamed(child, local);
  }
}

export function textInside(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textInside(child))).join('');
}
