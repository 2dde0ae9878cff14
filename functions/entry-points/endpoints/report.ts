import { publishReport } from '../../use-cases/report/publish-report.ts';
import type { Endpoint } from '../endpoint.ts';
import { parseRequestDay } from '../parse-day.ts';
import { todayOf } from '../today.ts';

export const report: Endpoint<'report'> = (services, { today, asOf, draft, ...request }) =>
  publishReport(services, {
    ...request,
    ...todayOf(services, today),
    ...(asOf !== undefined && { asOf: parseRequestDay(asOf) }),
    isDraft: draft === true,
  });
