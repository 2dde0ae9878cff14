import JSZip from 'jszip';
import type { FormText } from '../../../../domain/report/own-form/tags.ts';
import {
  allNamed,
  childNamed,
  elementsOf,
  isNamed,
  parseXmlTree,
  textInside,
  type XmlNode,
} from './xml-tree.ts';

export interface FormSheet {
  /** Of its tab. */
  readonly title: string;
  /** Its part in the archive. */
  readonly part: string;
  readonly tree: XmlNode;
}

export interface FormBook {
  readonly zip: JSZip;
  readonly workbook: { readonly part: string; readonly tree: XmlNode };
  readonly sheets: readonly FormSheet[];
  /** Shared strings by their number, as one text each. */
  readonly strings: readonly string[];
}

/** Throws on a file that is no workbook; what it may come to is limited before (`openPackage`). */
export async function openBook(bytes: Uint8Array): Promise<FormBook> {
  const zip = await JSZip.loadAsync(bytes);
  const read = async (part: string): Promise<XmlNode | undefined> => {
    const entry = zip.file(part);
    return entry ? parseXmlTree((await entry.async('text')).replace(/^\uFEFF/u, '')) : undefined;
  };
  const relationsOf = async (part: string) => {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const tree = await read(`${folder}_rels/${part.slice(folder.length)}.rels`);
    return (tree ? elementsOf(tree) : []).map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: decodeURIComponent(new URL(Target, `file:///${folder}`).pathname).slice(1),
    }));
  };
  const main = (await relationsOf('')).find(({ type }) => type === 'officeDocument');
  const part = main?.target ?? 'xl/workbook.xml';
  const tree = await read(part);
  if (!tree) throw new SyntaxError('no workbook in the archive');
  const relations = await relationsOf(part);
  const sheets: FormSheet[] = [];
  for (const { attributes } of allNamed(tree, 'sheet')) {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
    const target = relations.find((each) => each.id === id)?.target ?? '';
    const sheet = await read(target);
    if (sheet && isNamed(sheet, 'worksheet'))
      sheets.push({ title: attributes['name'] ?? '', part: target, tree: sheet });
  }
  const shared = await read(relations.find(({ type }) => type === 'sharedStrings')?.target ?? '');
  const strings = shared ? elementsOf(shared).map(shownText) : [];
  return { zip, workbook: { part, tree }, sheets, strings };
}

/** Without the readings that East Asian names bear. */
function shownText(item: XmlNode): string {
  const own = childNamed(item, 't');
  if (own) return textInside(own);
  return elementsOf(item)
    .filter((run) => isNamed(run, 'r'))
    .map((run) => textInside(childNamed(run, 't') ?? run))
    .join('');
}

export function rowsOf(tree: XmlNode): readonly XmlNode[] {
  const data = childNamed(tree, 'sheetData');
  return data ? elementsOf(data).filter((row) => isNamed(row, 'row')) : [];
}

export function cellsOf(row: XmlNode): readonly XmlNode[] {
  return elementsOf(row).filter((cell) => isNamed(cell, 'c'));
}

/** '' for a number. */
export function textInCell(cell: XmlNode, strings: readonly string[]): string {
  const type = cell.attributes['t'];
  const value = childNamed(cell, 'v');
  if (type === 's') return strings[Number(value ? textInside(value) : -1)] ?? '';
  const inline = childNamed(cell, 'is');
  if (type === 'inlineStr') return inline ? shownText(inline) : '';
  return type === 'str' && value ? textInside(value) : '';
}

export function readXlsxTexts({ sheets, strings }: FormBook): readonly (readonly FormText[])[] {
  return sheets.map(({ title, tree }, index) =>
    rowsOf(tree).flatMap((row) =>
      cellsOf(row).flatMap((cell): FormText[] => {
        const text = textInCell(cell, strings);
        const reference = cell.attributes['r'] ?? '';
        if (text === '') return [];
        return [
          {
            text,
            place: `лист «${title}», ячейка ${reference}`,
            path: [`s${index + 1}`, `r${row.attributes['r']}`, `c${columnOf(reference)}`],
          },
        ];
      }),
    ),
  );
}

/** `AB7` → 28. */
export function columnOf(reference: string): number {
  const letters = /^[A-Z]+/u.exec(reference)?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
