import { syncAnswer, syncRequest, type SyncAnswer, type SyncRequest } from '../contract.ts';
import { syncWorkbook } from '../use-cases/sync/reconcile.ts';
import { createCoalescer } from './coalesce.ts';
import type { Endpoint } from './endpoint.ts';

/** Shared by callers who ask the same in the same right: a person's membership is judged in their own run. */
const coalesce = createCoalescer<unknown>();

export const sync: Endpoint<SyncRequest, SyncAnswer> = {
  request: syncRequest,
  answer: syncAnswer,
  run: (services, { workbookId, confirmDeletions }, { email }) => {
    const consent = confirmDeletions === undefined ? undefined : { question: confirmDeletions };
    const request = { workbookId, by: email, consent };
    return coalesce(JSON.stringify(request), () => syncWorkbook(services, request));
  },
};
