import * as z from 'zod';
import { rowKey, type PastChange } from '../../../domain/history/past-change.ts';
import { ROLES } from '../../../domain/roles.ts';
import { STAFF_WORKSHEETS, type RowId } from '../../../domain/records/worksheet-key.ts';
import { HistoryTooLongError } from './history-errors.ts';
import { StoreDamagedError } from '../../ports/errors.ts';
import { hashOf } from '../encoding/canonical-json.ts';
import { parseStored, storedCell } from '../encoding/parse-stored.ts';
import type { Store } from '../../ports/store.ts';

const memberRole = z.enum(ROLES);

const historySchema = z.object({
  revision: z.number().int(),
  /** The instant in ISO 8601, UTC. */
  at: z.string(),
  /** Whose call brought the change in. */
  by: z.string(),
  changes: z.array(
    z.object({
      worksheet: z.enum(STAFF_WORKSHEETS),
      rowId: z.string(),
      kind: z.enum(['create', 'update', 'delete', 'restore']),
      cells: z.record(z.string(), z.tuple([storedCell, storedCell])),
      previousRevision: z.number().int().nullable(),
      /** The change fills several documents: so many entries like this one, each with some of its cells. */
      pieces: z.number().int().positive().optional(),
    }),
  ),
  /** What became of members of the workbook; then no row has changed. Null: no member. */
  access: z
    .array(
      z.object({
        email: z.string(),
        before: memberRole.nullable(),
        after: memberRole.nullable(),
        /** Whose calendar addresses open nothing any more with it. */
        calendars: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  /** The hash of the document before, '' of the first; absent in what is older. */
  before: z.string().optional(),
});

/** `workbooks/ID/history/REVISION-PART`; a revision with very many changes has several parts. */
export interface HistoryPart extends Omit<z.infer<typeof historySchema>, 'changes'> {
  readonly changes: readonly PastChange[];
  /** SHA-256 of the document as it is stored: what the one after it must name. */
  hash(): string;
}

export type AccessChange = NonNullable<HistoryPart['access']>[number];

type StoredPart = z.infer<typeof historySchema>;
type StoredChange = StoredPart['changes'][number];

export function historyKey(workbookId: string, revision: number, part: number): string {
  return `workbooks/${workbookId}/history/${String(revision).padStart(9, '0')}-${part}`;
}

/** Takes the documents in any order; a change in pieces is given whole, with the last of them to come. */
function createPartReader(): (document: Parameters<typeof parseStored>[1]) => HistoryPart {
  const open = new Map<string, StoredChange[]>();
  function join(revision: number, change: StoredChange): readonly StoredChange[] {
    const { pieces = 1 } = change;
    if (pieces === 1) return [change];
    const key = `${revision} ${rowKey(change.worksheet, change.rowId)}`;
    const seen = [...(open.get(key) ?? []), change];
    open.set(key, seen);
    if (seen.length < pieces) return [];
    open.delete(key);
    return [{ ...change, cells: Object.assign({}, ...seen.map(({ cells }) => cells)) }];
  }
  return (document) => {
    const part = parseStored(historySchema, document);
    const { revision } = part;
    const changes = part.changes.flatMap((change) => join(revision, change));
    const hash = () => hashOf(document.data);
    return { ...part, hash, changes: changes.map(({ pieces: _, ...change }) => ({ ...change, revision })) };
  };
}

/** Revisions that one command goes through: as many as an office makes in years. */
export const MAX_REVISIONS = 30_000;

/** At most 32 times 500 kB are in memory at once. */
const PAGE = 32;

export interface RevisionSpan {
  readonly after: number;
  /** The latest revision when the caller began; the few that came since are given too. */
  readonly latest: number;
}

/** Revisions that others may accept while we read; more and somebody else has gone mad. */
const MAX_NEWER = 1_000;

/**
 * The history after a revision, from the oldest on; one store read a document. Throws `HistoryTooLongError` where
 * it is longer than anyone should wait for.
 */
export async function* readHistoryParts(
  store: Store,
  workbookId: string,
  { after, latest }: RevisionSpan,
): AsyncGenerator<HistoryPart> {
  if (latest - after > MAX_REVISIONS) throw new HistoryTooLongError(latest - after, MAX_REVISIONS);
  const readPart = createPartReader();
  let startAfter = beforeRevision(workbookId, after + 1);
  for (;;) {
    const documents = await store.scan(collectionOf(workbookId), { limit: PAGE, startAfter });
    for (const document of documents) {
      const part = readPart(document);
      if (part.revision > latest + MAX_NEWER) return;
      yield part;
    }
    if (documents.length < PAGE) return;
    startAfter = documents.at(-1)?.key ?? startAfter;
  }
}

function collectionOf(workbookId: string): string {
  return historyKey(workbookId, 0, 0).replace(/\/[^/]*$/u, '');
}

/** A key before all parts of the revision, and after all of the one before. */
function beforeRevision(workbookId: string, revision: number): string {
  return historyKey(workbookId, revision, 0).replace(/-0$/u, '');
}

/** More parts than one commit can hold. */
const MAX_PARTS = 64;

/** What the revision did to the row: one store read, and one more for each part that others fill; else undefined. */
export async function readChange(
  store: Store,
  workbookId: string,
  { revision, rowId }: { readonly revision: number; readonly rowId: RowId },
): Promise<{ readonly part: HistoryPart; readonly change: PastChange } | undefined> {
  const readPart = createPartReader();
  for (let number = 0; number < MAX_PARTS; number++) {
    const [document] = await store.getMany([historyKey(workbookId, revision, number)]);
    if (!document) return undefined;
    const part = readPart(document);
    const change = part.changes.find((each) => each.rowId === rowId);
    if (change) return { part, change };
  }
  return undefined;
}

/** When the revision was accepted. */
export async function readRevisionInstant(
  store: Store,
  workbookId: string,
  revision: number,
): Promise<string> {
  const [document] = await store.getMany([historyKey(workbookId, revision, 0)]);
  if (!document) throw new StoreDamagedError(historyKey(workbookId, revision, 0));
  return parseStored(historySchema, document).at;
}

/**
 * The last revision accepted at or before the instant (ISO 8601 in UTC); 0 where that is none. Halves the span at
 * each step: 15 reads for 30,000 revisions.
 */
export async function readRevisionAt(
  store: Store,
  workbookId: string,
  { instant, latest }: { readonly instant: string; readonly latest: number },
): Promise<number> {
  let [low, high] = [0, latest];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const at = await readRevisionInstant(store, workbookId, middle);
    if (Date.parse(at) <= Date.parse(instant)) low = middle;
    else high = middle - 1;
  }
  return low;
}
