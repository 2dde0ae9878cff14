import type { Services } from '../../compose.ts';
import { restoreRows } from '../../use-cases/restore/restore-rows.ts';
import type { Asked, Endpoints } from '../endpoint.ts';

export const restore: Endpoints<'restore'> = { plan: restoreAt, act: restoreAt };

async function restoreAt(
  services: Services,
  { revision, at, confirm, ...request }: Asked<'restore', 'plan' | 'act'>,
) {
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
}
