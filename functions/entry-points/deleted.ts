import { deletedAnswer, deletedRequest, type DeletedAnswer, type DeletedRequest } from '../contract.ts';
import { listDeletedRows } from '../use-cases/restore/list-deleted-rows.ts';
import type { Endpoint } from './endpoint.ts';

export const deleted: Endpoint<DeletedRequest, DeletedAnswer> = {
  request: deletedRequest,
  answer: deletedAnswer,
  run: (services, { workbookId, worksheet }, { email }) =>
    listDeletedRows(services, { workbookId, by: email, worksheet }),
};
