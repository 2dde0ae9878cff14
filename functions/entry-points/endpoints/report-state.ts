import { changeReportState } from '../../use-cases/report/state/change-report-state.ts';
import type { Endpoints } from '../endpoint.ts';
import { parseRequestDay } from '../parse-day.ts';
import { todayOf } from '../today.ts';

export const reportState: Endpoints<'report-state'> = {
  look: (services, { today, ...request }) =>
    changeReportState(services, { ...request, ...todayOf(services, today) }),
  sign: (services, { today, paper, ...request }) => {
    const paperDate = parseRequestDay(paper.date);
    const wish = { state: 'signed', paperNumber: paper.number, paperDate } as const;
    return changeReportState(services, { ...request, ...todayOf(services, today), wish });
  },
  recall: (services, { today, reason, ...request }) => {
    const wish = { state: 'recalled', reason } as const;
    return changeReportState(services, { ...request, ...todayOf(services, today), wish });
  },
};
