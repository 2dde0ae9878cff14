import { turnPeriod } from '../../use-cases/append/turn-period.ts';
import type { Endpoints } from '../endpoint.ts';
import { parseRequestDay } from '../parse-day.ts';
import { todayOf } from '../today.ts';

export const period: Endpoints<'period'> = {
  plan: (services, { today, ...request }) =>
    turnPeriod(services, { ...request, ...todayOf(services, today) }),
  act: (services, { today, turnTo, ...request }) =>
    turnPeriod(services, { ...request, ...todayOf(services, today), turnTo: parseRequestDay(turnTo) }),
};
