import { reportAnswer, reportRequest, type ReportAnswer, type ReportRequest } from '../contract.ts';
import { publishReport } from '../use-cases/report/publish-report.ts';
import type { Endpoint } from './endpoint.ts';
import { parseDay } from './parse-day.ts';
import { todayOf } from './today.ts';

export const report: Endpoint<ReportRequest, ReportAnswer> = {
  request: reportRequest,
  answer: reportAnswer,
  run: (services, { workbookId, today, form, asOf, span, school, draft }, { email }) =>
    publishReport(services, {
      workbookId,
      by: email,
      ...todayOf(services, today),
      ...(form && { form }),
      ...(asOf !== undefined && { asOf: parseDay(asOf) }),
      ...(span && { span }),
      ...(school !== undefined && { school }),
      isDraft: draft === true,
    }),
};
