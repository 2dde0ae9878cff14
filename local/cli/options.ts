import type { Argv } from 'yargs';
import { email } from '../../functions/contract/request-fields.ts';
import { parseIsoDate, parseRussianDate, type CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { Period } from '../../functions/domain/dates/period.ts';
import { GRANTABLE_ROLES, type Role } from '../../functions/domain/roles.ts';
import { BadArgumentError } from '../local-errors.ts';

/** What every command takes. */
export interface CommonOptions {
  readonly data: string;
  readonly json: boolean;
  readonly sheets?: string | undefined;
  readonly cloud: boolean;
}

/** The parser that commands add themselves to. */
export type Cli = Argv<CommonOptions>;

export const COMMON_OPTIONS = {
  data: { type: 'string', default: '.data', describe: 'Папка с данными' },
  json: { type: 'boolean', default: false, describe: 'Ответ одним объектом JSON (для программ)' },
  sheets: { type: 'string', describe: 'Адрес другого Sheets API вместо собственного' },
  cloud: {
    type: 'boolean',
    default: false,
    describe: 'Работать с настоящими Google Sheets и Firestore по переменным окружения функций',
  },
} as const;

export const TODAY_OPTION = {
  today: {
    type: 'string',
    describe: 'Считать сегодняшним днём: 2026-11-23 или 23.11.2026',
  },
} as const;

export const ALL_OPTION = {
  all: {
    type: 'boolean',
    describe: 'Все книги, которые подключены, как это делает расписание',
  },
} as const;

/** Throws `BadArgumentError` for a day that the calendar does not have. */
export function parseDayOption(text: string | undefined): CalendarDate | undefined {
  if (text === undefined) return undefined;
  const date = parseIsoDate(text) ?? parseRussianDate(text);
  if (date === undefined || date === 'impossible') {
    throw new BadArgumentError(
      `«${text}» — такого дня нет. Запишите существующую дату: 2026-11-23 или 23.11.2026.`,
    );
  }
  return date;
}

/** `2021-01-01..2021-12-31`. Throws `BadArgumentError`. */
export function parsePeriod(text: string): Period {
  const [from, to, ...rest] = text.split('..');
  const start = from ? parseDayOption(from) : undefined;
  const end = to ? parseDayOption(to) : undefined;
  if (!start || !end || rest.length > 0 || start > end) {
    throw new BadArgumentError(
      `«${text}» — не период. Запишите первый и последний день через две точки: 2021-01-01..2021-12-31.`,
    );
  }
  return { start, end };
}

/** `name@example.ru=editor`: an address and a role that can be given. Throws `BadArgumentError`. */
export function parseMember(text: string): readonly [email: string, role: Role] {
  const [address = '', name] = text.split('=');
  const role = GRANTABLE_ROLES.find((each) => each === name);
  if (!role) {
    throw new BadArgumentError(
      `«${text}» не подходит. Запишите адрес и роль: name@example.ru=editor (роли: ${GRANTABLE_ROLES.join(', ')}).`,
    );
  }
  return [parseEmail(address), role];
}

/** In lower case. Throws `BadArgumentError`. */
export function parseEmail(text: string): string {
  const parsed = email.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new BadArgumentError(
    `«${text}» — не адрес электронной почты. Запишите его целиком: name@example.ru.`,
  );
}

/** A whole number from 1. Throws `BadArgumentError`. */
export function parseCount(count: number, max: number = Number.MAX_SAFE_INTEGER): number {
  if (Number.isInteger(count) && count >= 1 && count <= max) return count;
  const limit = max === Number.MAX_SAFE_INTEGER ? '' : ` до ${max}`;
  throw new BadArgumentError(`«${count}» не подходит: нужно целое число от 1${limit}.`);
}

/** A TCP port. Throws `BadArgumentError`. */
export function parsePort(port: number): number {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new BadArgumentError(
    `Порт «${port}» не подходит: нужно целое число от 0 (любой свободный) до 65535.`,
  );
}

/** Throws `BadArgumentError` for what is no web address. */
export function parseAddress(text: string): string {
  if (URL.canParse(text) && /^https?:/u.test(text)) return text;
  throw new BadArgumentError(`«${text}» — не адрес. Запишите его целиком: http://127.0.0.1:8080.`);
}

/** Throws `BadArgumentError` for another ending: the content would not be what the name says. */
export function parseXlsxName(text: string): string {
  if (/.\.xlsx$/iu.test(text)) return text;
  throw new BadArgumentError(`«${text}» не подходит: имя файла должно кончаться на .xlsx.`);
}
