import * as z from 'zod/mini';
import { ROLES, type Role } from '../domain/roles.ts';
import type { FunctionName } from './answers.ts';
import { confirm, isoDate, number, reportSpan, target, today, workbookId } from './request-fields.ts';

/** Entries of a row's history in one answer. */
export const MAX_HISTORY_ENTRIES = 100;
/** Of a file in base64: 5 MB. */
const MAX_FILE_TEXT = 7_000_000;

interface Description {
  readonly request: z.ZodMiniType;
  /** Who may; `deed`, where that is not everybody, is how a refusal names the action. */
  readonly action: { readonly roles: readonly Role[]; readonly deed?: string };
}

/** Looking, and having the system look: reports and checks too are every member's. */
const EVERYBODYS = { roles: ROLES } as const;
/** The head reads and answers for reports; these change rows. */
const EDITORS = ['municipal_coordinator', 'service'] as const;

const functions = {
  sync: {
    // Synchronising is everybody's, saying yes to a deletion is not.
    action: { roles: EDITORS, deed: 'Удаление строк подтверждает' },
    request: z.strictObject({
      workbookId,
      /** The `question` of the answer to which a person says yes: to no other losses. */
      confirmDeletions: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(64))),
      /** Somebody has edited: the answer is 202 at once, and the work comes after it. */
      hint: z.exactOptional(z.literal(true)),
    }),
  },

  monitor: { action: EVERYBODYS, request: z.strictObject({ workbookId, today }) },

  /** With the workbook alone: the full report, as of today, on the whole period. */
  report: {
    action: EVERYBODYS,
    request: z.strictObject({
      workbookId,
      today,
      form: z.exactOptional(z.enum(['full', 'brief', 'overdue', 'data_bank', 'school_card'])),
      /** Nothing later than this day is looked at. */
      asOf: z.exactOptional(isoDate),
      span: z.exactOptional(reportSpan),
      /** Of a card: the school as it is named on «Школы». */
      school: z.exactOptional(target),
      /** No number, nothing stored: the tab «Черновик отчёта». */
      draft: z.exactOptional(z.boolean()),
    }),
  },

  /** `before`: from an earlier answer, older reports are wanted. */
  reports: {
    action: EVERYBODYS,
    request: z.strictObject({ workbookId, today, before: z.exactOptional(number) }),
  },

  'report-file': {
    action: EVERYBODYS,
    request: z.strictObject({ workbookId, number, kind: z.enum(['docx', 'xlsx']) }),
  },

  /** `paper` or `reason`, or neither: then the answer tells how the report stands. */
  'report-state': {
    action: EVERYBODYS,
    request: z
      .strictObject({
        workbookId,
        number,
        today,
        /** The paper that was signed. */
        paper: z.exactOptional(
          z.strictObject({ number: z.string().check(z.maxLength(1000)), date: isoDate }),
        ),
        /** Why the report is taken back. */
        reason: z.exactOptional(z.string().check(z.maxLength(10_000))),
      })
      .check(
        z.refine(({ paper, reason }) => paper === undefined || reason === undefined, {
          path: ['paper', 'reason'],
        }),
      ),
  },

  expand: {
    action: { roles: EDITORS, deed: 'Строки плана добавляет' },
    request: z.strictObject({ workbookId, confirm }),
  },

  import: {
    action: { roles: EDITORS, deed: 'Мероприятия в «Регламент» дописывает' },
    request: z.strictObject({
      workbookId,
      /** With its ending, which tells the kind: .xlsx, .csv, .docx. */
      name: z.string().check(z.minLength(1), z.maxLength(300)),
      /** The file in base64. */
      content: z.string().check(z.maxLength(MAX_FILE_TEXT)),
      /** Only this table of the file. */
      table: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(300))),
      confirm,
    }),
  },

  /** `row`: a place (`Исполнение!12`). */
  row: { action: EVERYBODYS, request: z.strictObject({ workbookId, row: target }) },

  /** `row`: an id (`e17-4fa`) or a place; absent: the latest revisions of the whole workbook. */
  history: {
    action: EVERYBODYS,
    request: z.strictObject({
      workbookId,
      row: z.exactOptional(target),
      limit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(MAX_HISTORY_ENTRIES))),
      /** From an earlier answer: what is older is wanted. */
      cursor: z.exactOptional(number),
    }),
  },

  /** `letter`: one of an earlier answer, to be shown whole. */
  letters: {
    action: EVERYBODYS,
    request: z.strictObject({ workbookId, letter: z.exactOptional(target) }),
  },

  /** `wish`: new secret addresses in place of the old ones, or none any more; absent: which there are. */
  calendars: {
    action: EVERYBODYS,
    request: z.strictObject({ workbookId, wish: z.exactOptional(z.enum(['issue', 'revoke'])) }),
  },

  /** `worksheet`: the title of a tab that staff own. */
  deleted: { action: EVERYBODYS, request: z.strictObject({ workbookId, worksheet: target }) },

  /** At most one of `revision` and `at` (`2026-11-20 14:00` by the workbook's clock). */
  restore: {
    action: { roles: EDITORS, deed: 'Восстанавливает строки' },
    request: z
      .strictObject({
        workbookId,
        /** A row (`e17-4fa`, `Исполнение!12`), a worksheet (`Исполнение`); absent: the whole workbook. */
        target: z.exactOptional(target),
        revision: z.exactOptional(number),
        at: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(40))),
        confirm,
      })
      .check(
        z.refine(({ revision, at }) => revision === undefined || at === undefined, {
          path: ['revision', 'at'],
        }),
      ),
  },
} as const satisfies Readonly<Record<FunctionName, Description>>;

type Functions = typeof functions;

export type RequestOf<Name extends FunctionName> = z.output<Functions[Name]['request']>;

/** Functions, or what they do after a yes, that only some roles may. */
export type RestrictedName = {
  [Name in FunctionName]: Functions[Name]['action'] extends { deed: string } ? Name : never;
}[FunctionName];

/**
 * Each function once, under its name, which is its path too: what it is asked and whose action it is. What it answers
 * stands under the same name in `ANSWERS`, apart because the add-on checks answers alone and must stay small.
 */
export const FUNCTIONS: {
  readonly [Name in FunctionName]: {
    readonly request: z.ZodMiniType<RequestOf<Name>>;
    readonly action: Functions[Name]['action'];
  };
} = functions;

/** Each is deployed as a function of its own, or served under its name by one process. */
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];
