import { parseIsoDate, yearOf, type CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { SpanChoice } from '../../functions/domain/report/report-span.ts';
import type { ReportAnnex } from '../../functions/domain/records/records.ts';
import { parseAnnexes } from '../../functions/workbook/parse/report-look.ts';
import { ANNEX_TITLES } from '../../functions/workbook/worksheets/report-choices.ts';
import { BadArgumentError } from '../local-errors.ts';

export interface SpanOptions {
  readonly quarter?: string | undefined;
  readonly month?: string | undefined;
  readonly period?: string | undefined;
}

export const SPAN_OPTIONS = {
  quarter: { type: 'string', describe: 'За квартал: 3 или 2026-3; без ключа — за весь период книги' },
  month: { type: 'string', describe: 'За месяц: 9 или 2026-09' },
  period: { type: 'string', describe: 'За прежний период книги: 2025, 2025/26 или его первый день' },
} as const;

/** Without a year: that of the day `asOf`. Throws `BadArgumentError`. */
export function parseSpanOptions(
  { quarter, month, period }: SpanOptions,
  asOf: CalendarDate,
): SpanChoice | undefined {
  if ([quarter, month, period].filter((option) => option !== undefined).length > 1) {
    throw new BadArgumentError(
      'Названо несколько сроков сразу. Оставьте один ключ: --quarter, --month или --period.',
    );
  }
  if (period !== undefined) return { kind: 'former', start: parseFormer(period) };
  if (quarter !== undefined) {
    const { year, part } = parsePart(quarter, { max: 4, what: 'квартал', example: '3 или 2026-3', asOf });
    return { kind: 'quarter', year, quarter: part as 1 | 2 | 3 | 4 };
  }
  if (month === undefined) return undefined;
  const { year, part } = parsePart(month, { max: 12, what: 'месяц', example: '9 или 2026-09', asOf });
  return { kind: 'month', year, month: part };
}

/** «расшифровка; журнал», «нет»; undefined where none are asked for. Throws `BadArgumentError` for another word. */
export function parseAnnexOption(text: string | undefined): readonly ReportAnnex[] | undefined {
  if (text === undefined) return undefined;
  const { annexes, unknown } = parseAnnexes(text);
  if (unknown.length === 0) return annexes;
  const all = Object.values(ANNEX_TITLES).join('; ');
  throw new BadArgumentError(`Приложения «${unknown.join(', ')}» у отчёта не бывает. Бывают: ${all}.`);
}

/** «2025», «2025/26», «2025-09-01»: the first day. Throws `BadArgumentError`. */
function parseFormer(text: string): CalendarDate {
  const [, year, school] = /^(\d{4})(\s*[/-]\s*(?:\d{2}|\d{4}))?$/u.exec(text.trim()) ?? [];
  const day = parseIsoDate(year === undefined ? text.trim() : `${year}-${school ? '09' : '01'}-01`);
  if (!day) throw new BadArgumentError(`«${text}» — не период. Запишите так: 2025, 2025/26 или 2025-09-01.`);
  return day;
}

interface Expected {
  readonly max: number;
  readonly what: string;
  readonly example: string;
  readonly asOf: CalendarDate;
}

function parsePart(text: string, { max, what, example, asOf }: Expected) {
  const [, year, part] = /^(?:(\d{4})-)?(\d{1,2})$/u.exec(text.trim()) ?? [];
  const number = Number(part);
  const isKnown = number >= 1 && number <= max && (year === undefined || parseIsoDate(`${year}-01-01`));
  if (!isKnown) throw new BadArgumentError(`«${text}» — не ${what}. Запишите так: ${example}.`);
  return { year: year === undefined ? yearOf(asOf) : Number(year), part: number };
}
