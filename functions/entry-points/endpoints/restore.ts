import { restoreRows } from '../../use-cases/restore/restore-rows.ts';
import type { Endpoint } from '../endpoint.ts';

export const restore: Endpoint<'restore'> = async (services, { revision, at, confirm, ...request }) => {
  const { additions, differences, newer, ...outcome } = await restoreRows(services, {
    ...request,
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
};
