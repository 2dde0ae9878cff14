import { restoreAnswer, restoreRequest, type RestoreAnswer, type RestoreRequest } from '../contract.ts';
import { restoreRows } from '../use-cases/restore/restore-rows.ts';
import type { Endpoint } from './endpoint.ts';

export const restore: Endpoint<RestoreRequest, RestoreAnswer> = {
  request: restoreRequest,
  answer: restoreAnswer,
  run: async (services, { workbookId, target, revision, at, confirm }, { email }) => {
    const { additions, differences, newer, ...outcome } = await restoreRows(services, {
      workbookId,
      by: email,
      ...(target !== undefined && { target }),
      ...(revision !== undefined && { point: { revision } }),
      ...(at !== undefined && { point: { at } }),
      isConfirmed: confirm === true,
    });
    const counts = {
      additions: additions.length,
      differences: differences.length,
      newer: newer.length,
    };
    return { ...outcome, counts };
  },
};
