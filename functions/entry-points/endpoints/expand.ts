import { expandMeasures } from '../../use-cases/append/expand-measures.ts';
import type { Endpoint } from '../endpoint.ts';

export const expand: Endpoint<'expand'> = (services, { confirm, ...request }) =>
  expandMeasures(services, { ...request, isConfirmed: confirm === true });
