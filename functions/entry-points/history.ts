import { historyAnswer, historyRequest, type HistoryAnswer, type HistoryRequest } from '../contract.ts';
import { describeHistory } from '../use-cases/history/history-entries.ts';
import { readHistory } from '../use-cases/history/read-history.ts';
import type { Endpoint } from './endpoint.ts';

export const history: Endpoint<HistoryRequest, HistoryAnswer> = {
  request: historyRequest,
  answer: historyAnswer,
  run: async (services, { workbookId, row, limit, cursor }, { email }) => {
    const found = await readHistory(services, {
      workbookId,
      by: email,
      ...(row !== undefined && { row }),
      ...(limit !== undefined && { limit }),
      ...(cursor !== undefined && { cursor }),
    });
    return { ...found, message: describeHistory(found) };
  },
};
