import type { Services } from '../../compose.ts';
import type { AnswerOf } from '../../contract/answers.ts';
import { hintSync } from '../../use-cases/sweep/hint-sync.ts';
import type { DeletionConsent } from '../../use-cases/sync/deletion-consent.ts';
import { syncWorkbook } from '../../use-cases/sync/reconcile.ts';
import { createCoalescer } from '../shares/coalesce.ts';
import type { Asker, Endpoints } from '../endpoint.ts';
import { sweep } from './sweep.ts';

/** Shared by callers who ask the same in the same right: a person's membership is judged in their own run. */
const coalesce = createCoalescer<AnswerOf<'sync'>>();

export const sync: Endpoints<'sync'> = {
  run: (services, request) => synchronise(services, request),
  confirm: (services, { confirmDeletions, ...request }) =>
    synchronise(services, request, { question: confirmDeletions }),
  hint: (services, { workbookId, by }) => hintSync(services, { workbookId, by }),
  all: (services, request) => sweep(services, { ...request, function: 'sync' }),
};

function synchronise(
  services: Services,
  { workbookId, by }: Asker & { readonly workbookId: string },
  consent?: DeletionConsent,
): Promise<AnswerOf<'sync'>> {
  const request = { workbookId, by, consent };
  return coalesce(JSON.stringify(request), () => syncWorkbook(services, request));
}
