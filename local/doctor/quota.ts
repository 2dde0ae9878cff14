import { POOL_PER_MINUTE, readTaken } from '../../functions/adapters/google-sheets/quota/shared-quota.ts';
import type { Store } from '../../functions/use-cases/ports/store.ts';
import { optional, type Check } from './check.ts';

/** What of Google's minute the instances of the service have taken; a full minute passes by itself. */
export async function checkQuota(store: Store, now: number): Promise<Check> {
  const { read, write } = await readTaken(store, now);
  const isFree = Math.max(read, write) < POOL_PER_MINUTE;
  const taken = `за минуту занято чтений ${read}, записей ${write} из ${POOL_PER_MINUTE}`;
  const mend = isFree ? '' : '. Подождите минуту; если так всегда — разнесите книги по двум проектам.';
  return optional('Квота Google Sheets', isFree, `${taken}${mend}`);
}
