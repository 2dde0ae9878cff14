import { runMonitoring } from '../../use-cases/monitor/run-monitoring.ts';
import type { Endpoint } from '../endpoint.ts';
import { todayOf } from '../today.ts';

export const monitor: Endpoint<'monitor'> = (services, { today, ...request }) =>
  runMonitoring(services, { ...request, ...todayOf(services, today) });
