import { reportAnswer, reportRequest, type ReportAnswer, type ReportRequest } from '../contract.ts';
import { publishReport } from '../use-cases/publish-report.ts';
import type { Endpoint } from './endpoint.ts';
import { todayOf } from './today.ts';

export const report: Endpoint<ReportRequest, ReportAnswer> = {
  request: reportRequest,
  answer: reportAnswer,
  run: (services, { workbookId, today }, { email }) =>
    publishReport(services, { workbookId, by: email, ...todayOf(services, today) }),
};
