import {
  reportStateAnswer,
  reportStateRequest,
  type ReportStateAnswer,
  type ReportStateRequest,
} from '../contract.ts';
import { changeReportState } from '../use-cases/report/change-report-state.ts';
import type { StateWish } from '../use-cases/report/state-wish.ts';
import type { Endpoint } from './endpoint.ts';
import { parseDay } from './parse-day.ts';
import { todayOf } from './today.ts';

export const reportState: Endpoint<ReportStateRequest, ReportStateAnswer> = {
  request: reportStateRequest,
  answer: reportStateAnswer,
  run: (services, { workbookId, number, today, ...wished }, { email }) => {
    const wish = wishOf(wished);
    return changeReportState(services, {
      workbookId,
      by: email,
      number,
      ...todayOf(services, today),
      ...(wish && { wish }),
    });
  },
};

function wishOf({ paper, reason }: Pick<ReportStateRequest, 'paper' | 'reason'>): StateWish | undefined {
  if (paper) {
    const paperDate = parseDay(paper.date);
    return { state: 'signed', paperNumber: paper.number, paperDate };
  }
  return reason === undefined ? undefined : { state: 'recalled', reason };
}
