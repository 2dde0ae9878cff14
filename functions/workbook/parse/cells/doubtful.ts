import type { Cell, ShownNumber } from '../../layout/layout.ts';
import type { Column, ColumnType } from '../../worksheets/spec.ts';
import { formatPlainNumber, isDateSerial, type ShownCell, type ShownFormat } from './cell.ts';

const TEXTS: ReadonlySet<ColumnType['kind']> = new Set<ColumnType['kind']>([
  'text',
  'link',
  'choice',
  'school',
  'measure',
  'measures',
  'measure_number',
]);

/**
 * Whether the value alone cannot tell what a person sees: a number in a column of texts (45 may be shown as «0045», as
 * a date or as a time), any share in a column of per cent (0.48 is «48%», 1.5 is «150%», 48 may be «4800%»), and a
 * count that may be a day («12.11» typed among pupils is 46338).
 */
export function isDoubtful(cell: Cell | undefined, { type, owner }: Column): cell is number {
  if (typeof cell !== 'number' || owner !== 'staff') return false;
  if (type.kind === 'integer') return isDateSerial(cell);
  return TEXTS.has(type.kind) || (type.kind === 'percent' && cell > 0 && cell <= 100);
}

const FORMATS: Readonly<Record<string, ShownFormat>> = {
  DATE: 'date',
  DATE_TIME: 'date',
  TIME: 'time',
  PERCENT: 'percent',
  SCIENTIFIC: 'scientific',
};

const SCIENTIFIC = /\d[eEеЕ][+-]?\d/u;
const DATE = /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?$/u;
const TIME = /^\d{1,3}:\d\d(?::\d\d)?$/u;

/** Undefined where the number is shown as it stands, without a format: nothing needs to be kept of that. */
export function describeShown({ value, text, format }: ShownNumber): ShownCell | undefined {
  const shown = text.trim();
  if (shown === '' || shown === formatPlainNumber(value)) return undefined;
  const known = FORMATS[format ?? ''];
  return { text: shown, format: known ?? formatByText(shown, value) };
}

/** Formats that people make themselves are called numbers, whatever they show. */
function formatByText(shown: string, value: number): ShownFormat {
  if (Number(shown.replaceAll(/\s/gu, '').replace(',', '.')) === value) {
    return SCIENTIFIC.test(shown) ? 'scientific' : 'as_it_is';
  }
  if (TIME.test(shown)) return 'time';
  if (DATE.test(shown)) return 'date';
  if (shown.endsWith('%')) return 'percent';
  return SCIENTIFIC.test(shown) ? 'scientific' : 'as_it_is';
}
