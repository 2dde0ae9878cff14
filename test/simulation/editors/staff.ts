import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { Spreadsheet, Surroundings } from '../../../local/sheets-api/model/types.ts';
import { ApiError } from '../../../local/sheets-api/wire/api-error.ts';
import { createRandom, type Random } from '../random.ts';
import { token } from '../world/tags.ts';
import { viewOf } from '../world/view.ts';
import { actionOf, type ActionName } from './actions.ts';
import type { Desk } from './desk.ts';
import { sheetOf, undo, type LastAction } from './undo.ts';

/** Where people work, and how often. */
const SHEET_WEIGHTS: Readonly<Record<StaffWorksheetKey, number>> = {
  executions: 42,
  journal: 20,
  schoolPlans: 8,
  schools: 14,
  acts: 10,
  regulation: 7,
  calendar: 4,
  people: 3,
  settings: 3,
};

export interface Edit {
  readonly editor: number;
  readonly action: ActionName;
  /** Decides the sheet, the row, the values: the same seed on the same book does the same. */
  readonly seed: number;
}

export interface Edited {
  readonly book: Spreadsheet;
  readonly sheetId: number;
  readonly what: string;
}

interface StaffOptions {
  readonly sheetIds: Readonly<Record<StaffWorksheetKey, number>>;
  readonly around: () => Surroundings;
  readonly nextRow: number;
  readonly nextToken: number;
}

export interface Staff {
  /** What the person makes of the book; undefined where there was nothing to do. */
  edit(book: Spreadsheet, edit: Edit): Edited | undefined;
  /** Sheets that cannot be read until they are put right. */
  readonly broken: ReadonlySet<number>;
  putEverythingBack(book: Spreadsheet): Spreadsheet;
}

/** Two or three people in one workbook, each with an «Отменить» of their own. */
export function employStaff(options: StaffOptions): Staff {
  let { nextRow, nextToken } = options;
  const last = new Map<number, LastAction>();
  const edits = new Map<number, number>();
  const putBacks = new Map<number, (book: Spreadsheet) => Spreadsheet>();
  const broken = new Set<number>();

  function putBack(book: Spreadsheet, sheetId: number): Spreadsheet {
    const restored = putBacks.get(sheetId)?.(book) ?? book;
    putBacks.delete(sheetId);
    broken.delete(sheetId);
    return restored;
  }

  function deskOf(book: Spreadsheet, key: StaffWorksheetKey, random: Random): Desk | undefined {
    const sheetId = options.sheetIds[key];
    const sheet = sheetOf(book, sheetId);
    const view = sheet && viewOf(sheet, key);
    if (!view || view.headerRow < 0) return undefined;
    const newToken = () => token(nextToken++);
    return { book, key, sheetId, view, random, around: options.around(), newToken, newRow: () => nextRow++ };
  }

  function remember(editor: number, action: LastAction): void {
    const { sheetId, done } = action;
    edits.set(sheetId, action.edits);
    last.set(editor, action);
    if (!done.putBack) return;
    putBacks.set(sheetId, done.putBack);
    broken.add(sheetId);
  }

  function undoLast(book: Spreadsheet, editor: number): Edited | undefined {
    const action = last.get(editor);
    if (!action || edits.get(action.sheetId) !== action.edits) return undefined;
    const { sheetId, done } = action;
    const before = broken.has(sheetId) ? putBack(book, sheetId) : undo(book, action);
    if (!before) return undefined;
    last.delete(editor);
    edits.set(sheetId, action.edits + 1);
    return { book: before, sheetId, what: `undoes: ${done.what}` };
  }

  function edit(book: Spreadsheet, { editor, action, seed }: Edit): Edited | undefined {
    const random = createRandom(seed);
    if (action === 'undo') return undoLast(book, editor);
    const key = random.weighted(SHEET_WEIGHTS);
    const sheetId = options.sheetIds[key];
    if (broken.has(sheetId)) {
      edits.set(sheetId, (edits.get(sheetId) ?? 0) + 1);
      return { book: putBack(book, sheetId), sheetId, what: `puts «${key}» right` };
    }
    const desk = deskOf(book, key, random);
    const done = desk && attempt(() => actionOf(action)(desk));
    if (!done) return undefined;
    remember(editor, { sheetId, before: book, done, edits: (edits.get(sheetId) ?? 0) + 1 });
    return { book: done.book, sheetId, what: `${key}: ${done.what}` };
  }

  return {
    broken,
    edit: (book, asked) => attempt(() => edit(book, asked)),
    putEverythingBack: (book) => [...putBacks.keys()].reduce(putBack, book),
  };
}

/** What the spreadsheet refuses, as sorting across a tall merge, a person cannot do either. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
