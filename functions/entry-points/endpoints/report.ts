import type { Services } from '../../compose.ts';
import { publishReport } from '../../use-cases/report/publish-report.ts';
import type { Asked, Endpoints } from '../endpoint.ts';
import { parseRequestDay } from '../parse-day.ts';
import { todayOf } from '../today.ts';

export const report: Endpoints<'report'> = { number: publish, draft: publish };

function publish(
  services: Services,
  { today, asOf, draft, ...request }: Asked<'report', 'number' | 'draft'>,
) {
  return publishReport(services, {
    ...request,
    ...todayOf(services, today),
    ...(asOf !== undefined && { asOf: parseRequestDay(asOf) }),
    isDraft: draft === true,
  });
}
