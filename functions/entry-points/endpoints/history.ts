import { describeHistory } from '../../use-cases/history/history-entries.ts';
import { readHistory } from '../../use-cases/history/read-history.ts';
import type { Endpoint } from '../endpoint.ts';

export const history: Endpoint<'history', 'look'> = async (services, request) => {
  const found = await readHistory(services, request);
  return { ...found, message: describeHistory(found) };
};
