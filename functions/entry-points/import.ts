import { importPlanFile } from '../use-cases/import/import-plan.ts';
import type { Endpoint } from './endpoint.ts';

export const importFile: Endpoint<'import'> = (services, { content, confirm, ...request }) =>
  importPlanFile(services, {
    ...request,
    bytes: Buffer.from(content, 'base64'),
    isConfirmed: confirm === true,
  });
