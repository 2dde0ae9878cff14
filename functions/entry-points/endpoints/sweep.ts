import type { Services } from '../../compose.ts';
import type { SweepAnswer } from '../../contract/sweep.ts';
import { sweepWorkbooks, type SweepRequest } from '../../use-cases/sweep/sweep-workbooks.ts';
import { todayOf } from '../today.ts';

/** `monitor` or `sync` of all workbooks. A day that is named counts as today, where the installation honours it. */
export function sweep(
  services: Services,
  { today, ...request }: SweepRequest & { readonly today?: string | undefined },
): Promise<SweepAnswer> {
  const named = todayOf(services, today);
  const clock = named.today ? { ...services.clock, fixedToday: named.today } : services.clock;
  return sweepWorkbooks({ ...services, clock }, request);
}
