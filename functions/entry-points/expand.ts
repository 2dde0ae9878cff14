import { expandPlan } from '../use-cases/append/expand-plan.ts';
import type { Endpoint } from './endpoint.ts';

export const expand: Endpoint<'expand'> = (services, { confirm, ...request }) =>
  expandPlan(services, { ...request, isConfirmed: confirm === true });
