import { importForeignPlan } from '../../use-cases/import/import-plan.ts';
import type { Endpoint } from '../endpoint.ts';

export const importFile: Endpoint<'import'> = (services, { content, confirm, ...request }) =>
  importForeignPlan(services, {
    ...request,
    bytes: Buffer.from(content, 'base64'),
    isConfirmed: confirm === true,
  });
