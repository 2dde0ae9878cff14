import { StoreDamagedError, StoreNewerError } from '../../ports/errors.ts';
import type { Store, StoredDocument } from '../../ports/store.ts';
import { WORKBOOKS } from '../collections.ts';
import { headKey, parseHead, type Head } from './head.ts';

/** Well within what one read may return. */
const PAGE = 100;

export interface RegisteredWorkbook {
  readonly workbookId: string;
  /** Undefined where the stored head cannot be read: damaged, or of a later program. */
  readonly head: Head | undefined;
}

/** All workbooks that were ever provisioned, by id, a page at a time: one store read each. */
export async function* scanHeads(store: Store): AsyncGenerator<readonly RegisteredWorkbook[]> {
  let startAfter: string | undefined;
  for (;;) {
    const page = await store.scan(WORKBOOKS, { limit: PAGE, ...(startAfter && { startAfter }) });
    yield page.map(toWorkbook);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    startAfter = last.key;
  }
}

function toWorkbook(document: StoredDocument): RegisteredWorkbook {
  const workbookId = document.key.slice(headKey('').length);
  try {
    return { workbookId, head: parseHead(document) };
  } catch (error) {
    // The others go on: this one is told by its own calls, and counted here.
    if (error instanceof StoreDamagedError || error instanceof StoreNewerError)
      return { workbookId, head: undefined };
    throw error;
  }
}
