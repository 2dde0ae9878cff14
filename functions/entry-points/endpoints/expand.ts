import { expandMeasures } from '../../use-cases/append/expand-measures.ts';
import type { Endpoints } from '../endpoint.ts';

export const expand: Endpoints<'expand'> = {
  plan: (services, request) => expandMeasures(services, { ...request, isConfirmed: false }),
  act: (services, request) => expandMeasures(services, { ...request, isConfirmed: true }),
};
