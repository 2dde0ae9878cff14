import { runMonitoring } from '../../use-cases/monitor/run-monitoring.ts';
import type { Endpoints } from '../endpoint.ts';
import { todayOf } from '../today.ts';
import { sweep } from './sweep.ts';

export const monitor: Endpoints<'monitor'> = {
  run: (services, { today, ...request }) =>
    runMonitoring(services, { ...request, ...todayOf(services, today) }),
  all: (services, request) => sweep(services, { ...request, function: 'monitor' }),
};
