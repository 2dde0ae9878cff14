import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/** Who holds the lock of which spreadsheet; sessions that share a spreadsheet must share this. */
export interface DocumentLocks {
  /** True once `holder` has the lock; false where another one keeps it for all of `timeoutMs`. */
  tryLock(spreadsheetId: string, holder: object, timeoutMs: number): Promise<boolean>;
  /** Nothing happens where `holder` does not hold the lock. */
  release(spreadsheetId: string, holder: object): void;
}

export function createDocumentLocks(): DocumentLocks {
  const holders = new Map<string, object>();
  const take = (spreadsheetId: string, holder: object): boolean => {
    const current = holders.get(spreadsheetId);
    if (!current) holders.set(spreadsheetId, holder);
    return !current || current === holder;
  };
  return {
    async tryLock(spreadsheetId, holder, timeoutMs) {
      for (let waited = 0; waited < timeoutMs; waited += POLL_MS) {
        if (take(spreadsheetId, holder)) return true;
        await sleep(POLL_MS);
      }
      return take(spreadsheetId, holder);
    },
    release(spreadsheetId, holder) {
      if (holders.get(spreadsheetId) === holder) holders.delete(spreadsheetId);
    },
  };
}
