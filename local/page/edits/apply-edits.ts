import type { Spreadsheet } from '../../sheets-api/model/types.ts';
import type { LiveBook } from '../live-book.ts';
import { SheetsRefusalError, type SheetsClient } from '../sheets-client.ts';
import type { Intent, PageStorage } from '../storage.ts';
import type { Edit, EditOutcome, EditsAnswer, EditsRequest } from '../wire/edits.ts';
import { hasToken, noteToken } from './edit-token.ts';
import { planEdit } from './plan-edit.ts';
import { EditRefusedError, type EditPlan, type Request } from './planning.ts';

export interface EditApplier {
  /** One edit after another, each once. Throws `SheetsBusyError` where the rest must be sent again. */
  apply(request: EditsRequest, by: string): Promise<EditsAnswer>;
  /** Ends what a crash has left half done. */
  recover(): Promise<void>;
}

export interface ApplierParts {
  readonly book: LiveBook;
  readonly client: SheetsClient;
  readonly storage: PageStorage;
  /** The spreadsheet as it stands. */
  readonly read: () => Spreadsheet | undefined;
  /** In whose name a half-done edit is ended. */
  readonly owner: string;
}

export function createApplier(parts: ApplierParts): EditApplier {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(run, run);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    apply: (request, by) => inTurn(() => applyAll(parts, request, by)),
    recover: () => inTurn(() => recover(parts)),
  };
}

async function applyAll(parts: ApplierParts, request: EditsRequest, by: string): Promise<EditsAnswer> {
  const outcomes: EditOutcome[] = [];
  for (const edit of request.edits) outcomes.push(await applyOnce(parts, request.client, { edit, by }));
  return { sequence: parts.book.refresh().shown.sequence, outcomes };
}

async function applyOnce(
  parts: ApplierParts,
  client: string,
  { edit, by }: { edit: Edit; by: string },
): Promise<EditOutcome> {
  const { storage, book } = parts;
  // Another edit may be half done: it comes first. It may be this one.
  await recover(parts);
  const known = storage.outcome(client, edit.number);
  if (known) return known;
  const { stored, shown } = book.refresh();
  try {
    const plan = planEdit(stored, shown, edit);
    return await carryOut(parts, {
      intent: toIntent(client, edit.number, plan),
      requests: plan.requests,
      by,
    });
  } catch (error) {
    const message = explainRefusal(error);
    if (message === undefined) throw error;
    const outcome: EditOutcome = { number: edit.number, status: 'refused', message };
    storage.commit(client, outcome);
    return outcome;
  }
}

function toIntent(client: string, number: number, plan: EditPlan): Intent {
  return { client, number, keys: [...plan.keys], typed: plan.typed, message: plan.message };
}

async function carryOut(
  parts: ApplierParts,
  { intent, requests, by }: { intent: Intent; requests: readonly Request[]; by: string },
): Promise<EditOutcome> {
  const { storage, client, book } = parts;
  if (requests.length > 0) {
    const token = noteToken(book.refresh().stored, intent);
    storage.saveIntent(intent);
    const resume = book.pause();
    try {
      await client.batchUpdate(by, [...requests, token]);
      saveKeys(parts, intent);
    } catch (error) {
      if (error instanceof SheetsRefusalError) storage.saveIntent(undefined);
      throw error;
    } finally {
      resume();
    }
  }
  return await finish(parts, intent, by);
}

function saveKeys({ storage, book }: ApplierParts, { keys }: Intent): void {
  for (const [sheetId, own] of keys) storage.saveKeys(book.spreadsheetId, sheetId, own);
}

/** The texts, and then the end: the same for an edit in its course and for one that a crash has cut. */
async function finish(
  { storage, client, book }: ApplierParts,
  intent: Intent,
  by: string,
): Promise<EditOutcome> {
  if (intent.typed.length > 0) await client.typeValues(by, intent.typed);
  const { number, message } = intent;
  const outcome: EditOutcome = { number, status: 'done', ...(message && { message }) };
  storage.commit(intent.client, outcome);
  book.refresh();
  return outcome;
}

async function recover(parts: ApplierParts): Promise<void> {
  const { storage, read, book } = parts;
  const intent = storage.intent();
  if (!intent) return;
  const stored = read();
  if (!stored || !hasToken(stored, intent)) return storage.saveIntent(undefined);
  // Before anyone is shown the moved rows.
  saveKeys(parts, intent);
  book.refresh();
  await finish(parts, intent, parts.owner);
}

/** Undefined: not a refusal, so it may work later. */
function explainRefusal(error: unknown): string | undefined {
  if (error instanceof EditRefusedError) return error.message;
  if (!(error instanceof SheetsRefusalError)) return undefined;
  if (error.message.includes('protected cell'))
    return 'Эти ячейки защищены владельцем таблицы. Попросите его снять защиту или дать вам право правки.';
  if (/sheet with the name/iu.test(error.message))
    return 'Лист с таким названием уже есть. Дайте другое название.';
  return `Таблица не приняла правку: ${error.message}`;
}
