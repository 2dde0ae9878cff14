import { invalidArgument } from '../../../wire/api-error.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, checkInGrid } from '../../ranges/boxes.ts';
import { enterValue, type EntryMode } from '../../values/cells.ts';
import type { Draft } from '../../draft.ts';
import { refuse, required, type Handlers } from '../../handler.ts';
import { localeRules } from '../../locale/locales.ts';
import type { Surroundings } from '../../types.ts';

function typing(draft: Draft, around: Surroundings): EntryMode {
  return { option: 'USER_ENTERED', rules: localeRules(draft.properties.locale), now: around.now };
}

interface Corner {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** As if each text had been typed into its cell. */
function typeRows(draft: Draft, at: Corner, rows: readonly (readonly string[])[], mode: EntryMode): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const box = {
    startRow: at.row,
    endRow: at.row + rows.length,
    startColumn: at.column,
    endColumn: at.column + width,
  };
  checkInGrid(draft.read(at.sheetId), box);
  const sheet = draft.edit(at.sheetId);
  rows.forEach((texts, down) =>
    texts.forEach((text, right) => {
      const place = { row: at.row + down, column: at.column + right };
      draft.setCell(sheet, place, enterValue(sheet.rows[place.row]?.[place.column], text, mode));
    }),
  );
}

function pasteData(draft: Draft, body: RequestBody<'pasteData'>, around: Surroundings): object {
  const { sheetId = 0, rowIndex: row = 0, columnIndex: column = 0 } = required(body.coordinate, 'coordinate');
  if (body.html) refuse('pasteData.html');
  const type = body.type ?? 'PASTE_NORMAL';
  // A bare text has no look and no validation of its own.
  if (type !== 'PASTE_NORMAL' && type !== 'PASTE_VALUES' && type !== 'PASTE_FORMULA') return {};
  const data = required(body.data, 'data');
  if (!body.delimiter) throw invalidArgument('delimiter is required');
  typeRows(draft, { sheetId, row, column }, splitTable(data, body.delimiter), typing(draft, around));
  return {};
}

/** Lines of fields; a field in double quotes may hold the delimiter, line ends and doubled quotes. */
export function splitTable(data: string, delimiter: string): string[][] {
  const rows: string[][] = [['']];
  let quoted = false;
  for (let at = 0; at < data.length;) {
    const row = rows.at(-1) ?? [];
    const field = row.at(-1) ?? '';
    const char = data[at] ?? '';
    if (quoted && char === '"' && data[at + 1] === '"') {
      row[row.length - 1] = `${field}"`;
      at += 2;
    } else if (char === '"' && (quoted || field === '')) {
      quoted = !quoted;
      at++;
    } else if (!quoted && data.startsWith(delimiter, at)) {
      row.push('');
      at += delimiter.length;
    } else if (!quoted && char === '\n') {
      rows.push(['']);
      at++;
    } else {
      if (char !== '\r' || quoted) row[row.length - 1] = field + char;
      at++;
    }
  }
  if (rows.length > 1 && rows.at(-1)?.join('') === '') rows.pop();
  return rows;
}

const DELIMITERS = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' } as const;

function textToColumns(draft: Draft, body: RequestBody<'textToColumns'>, around: Surroundings): object {
  const source = required(body.source, 'source');
  const sheetId = source.sheetId ?? 0;
  const sheet = draft.read(sheetId);
  const box = boxOf(sheet, source);
  if (box.endColumn - box.startColumn !== 1) throw invalidArgument('source must span exactly one column');
  const texts = Array.from({ length: box.endRow - box.startRow }, (_, offset) => {
    const value = sheet.rows[box.startRow + offset]?.[box.startColumn]?.value;
    return value === undefined ? '' : String(value);
  });
  const delimiter = delimiterOf(body, texts);
  texts.forEach((text, offset) => {
    if (!text.includes(delimiter)) return;
    const parts = text.split(delimiter).map((part) => part.trim());
    const at = { sheetId, row: box.startRow + offset, column: box.startColumn };
    typeRows(draft, at, [parts], typing(draft, around));
  });
  return {};
}

/** `AUTODETECT` takes the one that divides most of the texts. */
function delimiterOf(body: RequestBody<'textToColumns'>, texts: readonly string[]): string {
  const type = body.delimiterType ?? 'AUTODETECT';
  if (type === 'CUSTOM') return required(body.delimiter || undefined, 'delimiter');
  if (type !== 'AUTODETECT') return DELIMITERS[type];
  const uses = (delimiter: string): number => texts.filter((text) => text.includes(delimiter)).length;
  return Object.values(DELIMITERS).reduce((best, next) => (uses(next) > uses(best) ? next : best));
}

export const pasteTextHandlers: Handlers<'pasteData' | 'textToColumns'> = { pasteData, textToColumns };
