import { syncAnswer, syncRequest, type SyncAnswer, type SyncRequest } from '../contract.ts';
import { syncWorkbook } from '../use-cases/sync-workbook.ts';
import type { Endpoint } from './endpoint.ts';

export const sync: Endpoint<SyncRequest, SyncAnswer> = {
  request: syncRequest,
  answer: syncAnswer,
  run: (services, { workbookId, confirmDeletions }, { email }) =>
    syncWorkbook(services, {
      workbookId,
      by: email,
      areDeletionsConfirmed: confirmDeletions === true,
    }),
};
