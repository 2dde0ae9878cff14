import type { RequestOf } from '../../contract/functions.ts';
import { changeReportState } from '../../use-cases/report/state/change-report-state.ts';
import type { StateWish } from '../../use-cases/report/state/state-wish.ts';
import type { Endpoint } from '../endpoint.ts';
import { parseRequestDay } from '../parse-day.ts';
import { todayOf } from '../today.ts';

export const reportState: Endpoint<'report-state'> = (services, { today, paper, reason, ...request }) => {
  const wish = wishOf(paper, reason);
  return changeReportState(services, { ...request, ...todayOf(services, today), ...(wish && { wish }) });
};

type Wished = RequestOf<'report-state'>;

function wishOf(paper: Wished['paper'], reason: Wished['reason']): StateWish | undefined {
  if (paper) {
    const paperDate = parseRequestDay(paper.date);
    return { state: 'signed', paperNumber: paper.number, paperDate };
  }
  return reason === undefined ? undefined : { state: 'recalled', reason };
}
