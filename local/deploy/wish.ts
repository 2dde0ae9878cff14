import { createHash } from 'node:crypto';
import { SERVICE } from '../../functions/service.ts';
import { BadArgumentError } from '../local-errors.ts';

/** What is to stand in the end: one project, one region, one service; this workbook served by it. */
export interface Wish {
  readonly project: string;
  /** Of everything, for ever: a database cannot move. */
  readonly region: string;
  readonly spreadsheetId: string;
  readonly timeZone: string;
  /** `address=role`, as `provision` takes them. */
  readonly members: readonly string[];
  /** OAuth client ids of the add-on's copies, beside those that the service knows already. */
  readonly audiences: readonly string[];
  /** More variables of the service: `SHNOR_MAIL_FROM=…`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Variables that Secret Manager keeps, and the files with their values. */
  readonly secrets: Readonly<Record<string, string>>;
  /** A month, in the currency of the billing account. */
  readonly budget: number;
  /** Of what `functions/dist` holds, of the rules, the alerts and the add-on: what has the same mark needs no doing again. */
  readonly marks: Readonly<Record<'service' | 'rules' | 'alerts' | 'addon', string>>;
  /** Of this workbook: what clasp and the impersonated login leave. */
  readonly folder: string;
}

/** Runs the service; the spreadsheet is shared with it. */
export const RUNNER = 'shnor';
/** Scheduler and Tasks call in its name: a member `service` of the workbook, without any right in the project. */
export const CALLER = 'shnor-caller';
/** Builds the image. */
export const BUILDER = 'shnor-build';
export const QUEUE = 'shnor';
export const BUDGET_NAME = 'shnor';

export type Account = typeof RUNNER | typeof CALLER | typeof BUILDER;

export function emailOf(account: Account, project: string): string {
  return `${account}@${project}.iam.gserviceaccount.com`;
}

/** Known before the service is; Cloud Run has an older form of it, and only one may stand in audiences and jobs. */
export function addressOf(projectNumber: string, region: string): string {
  return `https://${SERVICE}-${projectNumber}.${region}.run.app`;
}

export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}

/** The id in an address of Google Sheets, or the id itself. Throws `BadArgumentError`. */
export function parseSpreadsheet(text: string): string {
  const id = /^https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/u.exec(text)?.[1] ?? text;
  if (/^[\w-]{20,100}$/u.test(id)) return id;
  throw new BadArgumentError(
    `«${text}» — не адрес таблицы. Скопируйте его из строки браузера: https://docs.google.com/spreadsheets/d/…`,
  );
}

/** Throws `BadArgumentError`. */
export function parseProject(text: string): string {
  if (/^[a-z][a-z\d-]{4,28}[a-z\d]$/u.test(text)) return text;
  throw new BadArgumentError(
    `«${text}» — не идентификатор проекта Google Cloud: это строчные латинские буквы, цифры и дефис, от 6 до 30 знаков.`,
  );
}

/** Throws `BadArgumentError`. */
export function parseRegion(text: string): string {
  if (/^[a-z]+-[a-z]+\d+$/u.test(text)) return text;
  throw new BadArgumentError(`«${text}» — не регион Google Cloud. Например: europe-west1.`);
}

/** `NAME=value` in a list. Throws `BadArgumentError`. */
export function parsePairs(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, value] = /^(SHNOR_[A-Z_]+)=([^;]+)$/u.exec(pair) ?? [];
      if (name && value) return [name, value];
      throw new BadArgumentError(
        `«${pair}» не подходит. Запишите имя и значение без «;»: SHNOR_MAIL_FROM=shnor@example.ru.`,
      );
    }),
  );
}
