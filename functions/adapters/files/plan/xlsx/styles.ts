import type { OfficePackage } from '../office/package.ts';
import { isOn } from '../office/xml.ts';
import { internationalFormat } from './number-format.ts';

/** How a cell shows its value. */
export interface CellLook {
  /** A number format, '' for the general one. */
  readonly format: string;
  readonly isStruck: boolean;
}

export const PLAIN_LOOK: CellLook = { format: '', isStruck: false };

const DATE = 'dd.mm.yyyy';

/** Formats that files name by number alone (ISO/IEC 29500-1, 18.8.30), as a Russian Excel shows them. */
const KNOWN_FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: DATE,
  15: 'dd.mmm.yy',
  16: 'dd.mmm',
  17: 'mmm.yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: `${DATE} h:mm`,
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  49: '@',
};

/** By the number that a cell bears. */
export async function readLooks(file: OfficePackage, part: string): Promise<readonly CellLook[]> {
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const looks: CellLook[] = [];
  let group = '';
  await file.read(part, {
    open: ({ name, attributes }) => {
      if (GROUPS.has(name)) group = name;
      if (name === 's:numFmt' && group === 's:numFmts') {
        formats.set(Number(attributes['numFmtId']), internationalFormat(attributes['formatCode'] ?? ''));
      }
      if (name === 's:font' && group === 's:fonts') struckFonts.push(false);
      if (name === 's:strike' && group === 's:fonts') {
        struckFonts[struckFonts.length - 1] = isOn(attributes['val'], true);
      }
      if (name === 's:xf' && group === 's:cellXfs') {
        const number = Number(attributes['numFmtId'] ?? 0);
        looks.push({
          format: formats.get(number) ?? knownFormat(number),
          isStruck: struckFonts[Number(attributes['fontId'] ?? 0)] ?? false,
        });
      }
    },
    close: (name) => {
      if (name === group) group = '';
    },
  });
  return looks;
}

/** `fonts` of conditional rules stand elsewhere. */
const GROUPS: ReadonlySet<string> = new Set([
  's:numFmts',
  's:fonts',
  's:cellXfs',
  's:dxfs',
  's:cellStyleXfs',
]);

/** Numbers 27 to 36 and 50 to 58 are dates of eastern editions. */
function knownFormat(number: number): string {
  const isEastern = (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
  return KNOWN_FORMATS[number] ?? (isEastern ? DATE : '');
}
