import JSZip from 'jszip';

/** Files of office programs made by hand, to hold what no library here would write. */
export async function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SHEET_XML = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const WORD_XML = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Type and target of each; their ids are `r1`, `r2`… */
export function relationsOf(...relations: readonly (readonly [type: string, target: string])[]): string {
  const each = relations.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${TYPES}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

export interface SheetParts {
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What stands before and after it. */
  readonly before?: string;
  readonly after?: string;
  readonly strings?: string;
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
}

/** Parts of a workbook with one sheet «План». */
export function sheetParts(sheet: SheetParts): Record<string, string> {
  const { rows, before = '', after = '', strings = '', styles = '', properties = '' } = sheet;
  return {
    '_rels/.rels': relationsOf(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${SHEET_XML}" xmlns:r="${TYPES}"><workbookPr ${properties}/><sheets><sheet name="План" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET_XML}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${SHEET_XML}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${SHEET_XML}">${styles}</styleSheet>`,
  };
}

export const sheetFile = (sheet: SheetParts): Promise<Buffer> => zipOf(sheetParts(sheet));

/** A cell with its text inside. */
export function inlineCell(text: string, address = ''): string {
  return `<c ${address && `r="${address}"`} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Parts of a document; `body` is what stands in it. */
export function wordParts(body: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    '_rels/.rels': relationsOf(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relationsOf(['styles', 'styles.xml'], ['numbering', 'numbering.xml']),
    'word/document.xml': `<w:document xmlns:w="${WORD_XML}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ...more,
  };
}

export const wordFile = (body: string, more?: Readonly<Record<string, string>>): Promise<Buffer> =>
  zipOf(wordParts(body, more));

export const run = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;

/** A cell of these runs, or of whatever stands in its paragraph. */
export const wordCell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${content}</w:p></w:tc>`;

export const wordRow = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
/** A row of plain texts. */
export const textRow = (...texts: readonly string[]): string =>
  wordRow(...texts.map((text) => wordCell(run(text))));
export const wordTable = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
