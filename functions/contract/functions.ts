import * as z from 'zod/mini';
import { EDITORS, LEADERS, OFFICE, READERS, SCHEDULES, WORKERS, type Action } from './action.ts';
import { hintAnswer, type AnswerOf, type FunctionName } from './answers.ts';
import {
  confirmed,
  email,
  fileFields,
  grantedRole,
  isOnePoint,
  isoDate,
  MAX_HISTORY_ENTRIES,
  number,
  planFields,
  reportFields,
  restoreFields,
  target,
  today,
  unconfirmed,
  workbookId,
} from './request-fields.ts';
import { sweepAnswer, sweepRequest } from './sweep.ts';

const everyWorkbook = { roles: SCHEDULES, request: sweepRequest, answer: sweepAnswer } as const;

const functions = {
  sync: {
    run: { roles: WORKERS, deed: 'синхронизировать книгу', request: z.strictObject({ workbookId }) },
    /** The `question` of the answer to which a person says yes: to no other losses. */
    confirm: {
      roles: EDITORS,
      deed: 'подтверждать удаление строк',
      request: z.strictObject({
        workbookId,
        confirmDeletions: z.string().check(z.minLength(1), z.maxLength(64)),
      }),
    },
    /** Somebody has edited: the answer comes at once, and the work after it. */
    hint: {
      roles: WORKERS,
      deed: 'синхронизировать книгу',
      request: z.strictObject({ workbookId, hint: z.literal(true) }),
      answer: hintAnswer,
      status: 202,
      isLight: true,
    },
    all: { ...everyWorkbook, deed: 'синхронизировать все книги' },
  },

  monitor: {
    run: { roles: WORKERS, deed: 'проверять сроки', request: z.strictObject({ workbookId, today }) },
    all: { ...everyWorkbook, deed: 'проверять сроки всех книг' },
  },

  /** With the workbook alone: the full report, as of today, on the whole period. */
  report: {
    number: {
      roles: LEADERS,
      deed: 'формировать отчёты с номером',
      request: z.strictObject({ ...reportFields, draft: z.exactOptional(z.literal(false)) }),
    },
    /** No number, nothing stored: the tab «Черновик отчёта». */
    draft: {
      roles: OFFICE,
      deed: 'формировать черновики отчётов',
      request: z.strictObject({ ...reportFields, draft: z.literal(true) }),
    },
  },

  /** `before`: from an earlier answer, older reports are wanted. */
  reports: {
    look: {
      isQuestion: true,
      roles: READERS,
      deed: 'смотреть отчёты',
      request: z.strictObject({ workbookId, today, before: z.exactOptional(number) }),
    },
  },

  'report-file': {
    look: {
      isQuestion: true,
      roles: READERS,
      deed: 'получать файлы отчётов',
      request: z.strictObject({ workbookId, number, kind: z.enum(['docx', 'xlsx']) }),
    },
  },

  /** Forms of the authority's own. */
  forms: {
    look: {
      isQuestion: true,
      roles: OFFICE,
      deed: 'смотреть формы отчётов',
      request: z.strictObject({ workbookId }),
    },
    add: {
      roles: LEADERS,
      deed: 'добавлять формы отчётов',
      request: z.strictObject({ workbookId, name: fileFields.name, content: fileFields.content }),
    },
    remove: {
      roles: LEADERS,
      deed: 'удалять формы отчётов',
      request: z.strictObject({ workbookId, remove: target }),
    },
  },

  /** `name`: as the list of forms has it. */
  'form-file': {
    look: {
      isQuestion: true,
      roles: OFFICE,
      deed: 'смотреть формы отчётов',
      request: z.strictObject({ workbookId, name: target }),
    },
  },

  'report-state': {
    look: {
      isQuestion: true,
      roles: READERS,
      deed: 'смотреть отчёты',
      request: z.strictObject({ workbookId, number, today }),
    },
    /** The paper that was signed. */
    sign: {
      roles: LEADERS,
      deed: 'отмечать подписание отчётов',
      request: z.strictObject({
        workbookId,
        number,
        today,
        paper: z.strictObject({ number: z.string().check(z.maxLength(1000)), date: isoDate }),
      }),
    },
    recall: {
      roles: LEADERS,
      deed: 'отзывать отчёты',
      request: z.strictObject({
        workbookId,
        number,
        today,
        reason: z.string().check(z.maxLength(10_000)),
      }),
    },
  },

  expand: {
    plan: {
      roles: OFFICE,
      isQuestion: true,
      deed: 'сверять план по школам',
      request: z.strictObject({ workbookId, confirm: unconfirmed }),
    },
    act: {
      roles: EDITORS,
      deed: 'добавлять строки плана',
      request: z.strictObject({ workbookId, confirm: confirmed }),
    },
  },

  period: {
    plan: {
      roles: OFFICE,
      isQuestion: true,
      deed: 'готовить переход на новый период',
      request: z.strictObject({ workbookId, today }),
    },
    /** `turnTo`: the first day of the period that the answer named; a second yes to it turns nothing more. */
    act: {
      roles: EDITORS,
      deed: 'переводить книгу на новый период',
      request: z.strictObject({ workbookId, today, turnTo: isoDate }),
    },
  },

  import: {
    plan: {
      roles: OFFICE,
      deed: 'открывать присланные планы',
      request: z.strictObject({ ...planFields, confirm: unconfirmed }),
    },
    act: {
      roles: EDITORS,
      deed: 'дописывать мероприятия присланных планов',
      request: z.strictObject({ ...planFields, confirm: confirmed }),
    },
  },

  /** `row`: a place (`Исполнение!12`). */
  row: {
    look: {
      isQuestion: true,
      roles: READERS,
      deed: 'смотреть замечания',
      request: z.strictObject({ workbookId, row: target }),
    },
  },

  /** `row`: an id (`e17-4fa`) or a place; absent: the latest revisions of the whole workbook. */
  history: {
    look: {
      isQuestion: true,
      roles: READERS,
      deed: 'смотреть историю',
      request: z.strictObject({
        workbookId,
        row: z.exactOptional(target),
        limit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(MAX_HISTORY_ENTRIES))),
        /** From an earlier answer: what is older is wanted. */
        cursor: z.exactOptional(number),
      }),
    },
  },

  /** `letter`: one of an earlier answer, to be shown whole. */
  letters: {
    look: {
      isQuestion: true,
      roles: OFFICE,
      deed: 'читать письма',
      request: z.strictObject({ workbookId, letter: z.exactOptional(target) }),
    },
  },

  calendars: {
    look: {
      isQuestion: true,
      roles: OFFICE,
      deed: 'смотреть, у кого есть календарь сроков',
      request: z.strictObject({ workbookId }),
    },
    /** New secret addresses in place of the old ones, or none any more. */
    change: {
      roles: LEADERS,
      deed: 'выдавать и отзывать адреса календаря',
      request: z.strictObject({ workbookId, wish: z.enum(['issue', 'revoke']) }),
    },
  },

  /** `worksheet`: the title of a tab that staff own. */
  deleted: {
    look: {
      isQuestion: true,
      roles: READERS,
      deed: 'смотреть удалённые строки',
      request: z.strictObject({ workbookId, worksheet: target }),
    },
  },

  restore: {
    plan: {
      roles: OFFICE,
      isQuestion: true,
      deed: 'сверять прежние строки',
      request: z.strictObject({ ...restoreFields, confirm: unconfirmed }).check(isOnePoint),
    },
    act: {
      roles: EDITORS,
      deed: 'восстанавливать строки',
      request: z.strictObject({ ...restoreFields, confirm: confirmed }).check(isOnePoint),
    },
  },

  access: {
    look: {
      isQuestion: true,
      roles: LEADERS,
      deed: 'смотреть, у кого есть доступ',
      request: z.strictObject({ workbookId }),
    },
    /** Of somebody new, or another role in place of the one that is held. */
    grant: {
      roles: LEADERS,
      deed: 'давать доступ',
      request: z.strictObject({ workbookId, email, role: grantedRole }),
    },
    remove: {
      roles: LEADERS,
      deed: 'закрывать доступ',
      request: z.strictObject({ workbookId, email, role: z.null() }),
    },
  },
} as const satisfies Readonly<Record<FunctionName, Readonly<Record<string, Action>>>>;

type Functions = typeof functions;

export type ActionOf<Name extends FunctionName> = keyof Functions[Name] & string;

type ActionAt<Name extends FunctionName, Of extends ActionOf<Name>> = Extract<Functions[Name][Of], Action>;

export type RequestOf<Name extends FunctionName, Of extends ActionOf<Name> = ActionOf<Name>> = {
  [Each in Of]: z.output<ActionAt<Name, Each>['request']>;
}[Of];

export type AnswerTo<Name extends FunctionName, Of extends ActionOf<Name>> =
  ActionAt<Name, Of> extends { readonly answer: infer Schema extends z.ZodMiniType }
    ? z.output<Schema>
    : AnswerOf<Name>;

/**
 * Each function once, under its name, which is its path too: what it may be asked, a shape of request each, and whose
 * action that is. What it answers stands under the same name in `ANSWERS`, apart because the add-on checks answers
 * alone and must stay small.
 */
export const FUNCTIONS: Readonly<Record<FunctionName, Readonly<Record<string, Action>>>> = functions;

/** Each is deployed as a function of its own, or served under its name by one process. */
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];
