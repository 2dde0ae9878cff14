import type { AnswerOf } from '../../contract/answers.ts';
import { syncWorkbook } from '../../use-cases/sync/reconcile.ts';
import { createCoalescer } from '../coalesce.ts';
import type { Endpoint } from '../endpoint.ts';

/** Shared by callers who ask the same in the same right: a person's membership is judged in their own run. */
const coalesce = createCoalescer<AnswerOf<'sync'>>();

export const sync: Endpoint<'sync'> = (services, { workbookId, by, confirmDeletions }) => {
  const consent = confirmDeletions === undefined ? undefined : { question: confirmDeletions };
  const request = { workbookId, by, consent };
  return coalesce(JSON.stringify(request), () => syncWorkbook(services, request));
};
