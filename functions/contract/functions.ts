import * as z from 'zod/mini';
import type { Role } from '../domain/roles.ts';
import { hintAnswer, type AnswerOf, type FunctionName } from './answers.ts';
import {
  confirmed,
  email,
  grantedRole,
  isoDate,
  number,
  reportSpan,
  target,
  today,
  unconfirmed,
  workbookId,
} from './request-fields.ts';
import { sweepAnswer, sweepRequest } from './sweep.ts';

/** Entries of a row's history in one answer. */
export const MAX_HISTORY_ENTRIES = 100;
/** Of a file in base64: 5 MB. */
const MAX_FILE_TEXT = 7_000_000;

/** One of the shapes that a function's request has, and what it means. */
interface Action {
  readonly request: z.ZodMiniType;
  /** Whose it is, of the members of the workbook. */
  readonly roles: readonly Role[];
  /** Russian, an infinitive: what a refusal says is not given to the role. */
  readonly deed: string;
  /** Absent: that of the function in `ANSWERS`. */
  readonly answer?: z.ZodMiniType;
  /** Of HTTP; absent: 200. */
  readonly status?: number;
  /** It looks and changes nothing: the same asked at once by the same person is one. */
  readonly isQuestion?: true;
  /** It costs next to nothing, and comes with every edit: no share is taken for it. */
  readonly isLight?: true;
}

/** Whoever reads what is kept. */
const READERS = ['viewer', 'editor', 'municipal_coordinator', 'head', 'operator'] as const;
/** The office: people who see everything, and have the system look. */
const OFFICE = ['editor', 'municipal_coordinator', 'head', 'operator'] as const;
/** They change rows; the head reads and answers for reports. */
const EDITORS = ['editor', 'municipal_coordinator', 'operator'] as const;
/** They answer for reports, and for who gets in. */
const LEADERS = ['municipal_coordinator', 'head', 'operator'] as const;
/** Bringing the store up to date takes no decision. */
const WORKERS = ['editor', 'municipal_coordinator', 'head', 'service', 'operator'] as const;
/** Schedules, and the command line in their place. */
const SCHEDULES = ['service', 'operator'] as const;

const reportFields = {
  workbookId,
  today,
  form: z.exactOptional(z.enum(['full', 'brief', 'overdue', 'data_bank', 'school_card', 'data_quality'])),
  /** Nothing later than this day is looked at. */
  asOf: z.exactOptional(isoDate),
  span: z.exactOptional(reportSpan),
  /** Of a card: the school as it is named on «Школы». */
  school: z.exactOptional(target),
  /** What is sent with it; without it those of «Настройки». */
  annexes: z.exactOptional(
    z.array(z.enum(['details', 'data_bank', 'journal', 'notes'])).check(z.maxLength(4)),
  ),
  /** A person has seen the errors that figures may suffer from and wants the number all the same. */
  withErrors: z.exactOptional(z.boolean()),
};

const fileFields = {
  workbookId,
  /** With its ending, which tells the kind: .xlsx, .csv, .docx. */
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  /** The file in base64. */
  content: z.string().check(z.maxLength(MAX_FILE_TEXT)),
  /** Only this table of the file. */
  table: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(300))),
};

/** A row (`e17-4fa`, `Исполнение!12`), a worksheet (`Исполнение`); absent: the whole workbook. */
const restored = z.exactOptional(target);

/** At most one of `revision` and `at` (`2026-11-20 14:00` by the workbook's clock). */
const isOnePoint = z.refine<{ revision?: number; at?: string }>(
  ({ revision, at }) => revision === undefined || at === undefined,
  { path: ['revision', 'at'] },
);

const restoreFields = {
  workbookId,
  target: restored,
  revision: z.exactOptional(number),
  at: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(40))),
};

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

  import: {
    plan: {
      roles: OFFICE,
      deed: 'открывать присланные планы',
      request: z.strictObject({ ...fileFields, confirm: unconfirmed }),
    },
    act: {
      roles: EDITORS,
      deed: 'дописывать мероприятия в «Регламент»',
      request: z.strictObject({ ...fileFields, confirm: confirmed }),
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

/** `sync.confirm`. */
export type ActionName = { [Name in FunctionName]: `${Name}.${ActionOf<Name>}` }[FunctionName];

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

/** The table by rows, as README prints it. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  FUNCTION_NAMES.flatMap((name) =>
    Object.entries(FUNCTIONS[name]).map(([key, action]) => [`${name}.${key}`, action] as const),
  ),
);

export function actionOf(name: ActionName): Action {
  const action = ACTIONS.get(name);
  if (!action) throw new Error(`no action ${name}`);
  return action;
}

export function mayDo(role: Role | undefined, name: ActionName): boolean {
  return role !== undefined && actionOf(name).roles.includes(role);
}
