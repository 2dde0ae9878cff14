import { rowAnswer, rowRequest, type RowAnswer, type RowRequest } from '../contract.ts';
import { inspectRow } from '../use-cases/history/inspect-row.ts';
import type { Endpoint } from './endpoint.ts';

export const row: Endpoint<RowRequest, RowAnswer> = {
  request: rowRequest,
  answer: rowAnswer,
  run: (services, { workbookId, row: place }, { email }) =>
    inspectRow(services, { workbookId, by: email, row: place }),
};
