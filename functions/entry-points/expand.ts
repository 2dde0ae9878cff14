import { expandAnswer, expandRequest, type ExpandAnswer, type ExpandRequest } from '../contract.ts';
import { expandPlan } from '../use-cases/append/expand-plan.ts';
import type { Endpoint } from './endpoint.ts';

export const expand: Endpoint<ExpandRequest, ExpandAnswer> = {
  request: expandRequest,
  answer: expandAnswer,
  run: (services, { workbookId, confirm }, { email }) =>
    expandPlan(services, { workbookId, by: email, isConfirmed: confirm === true }),
};
