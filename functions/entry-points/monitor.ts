import { monitorAnswer, monitorRequest, type MonitorAnswer, type MonitorRequest } from '../contract.ts';
import { runMonitoring } from '../use-cases/monitor/run-monitoring.ts';
import type { Endpoint } from './endpoint.ts';
import { todayOf } from './today.ts';

export const monitor: Endpoint<MonitorRequest, MonitorAnswer> = {
  request: monitorRequest,
  answer: monitorAnswer,
  run: (services, { workbookId, today }, { email }) =>
    runMonitoring(services, { workbookId, by: email, ...todayOf(services, today) }),
};
