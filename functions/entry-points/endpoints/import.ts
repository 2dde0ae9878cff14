import type { Services } from '../../compose.ts';
import { importForeignPlan } from '../../use-cases/import/import-plan.ts';
import type { Asked, Endpoints } from '../endpoint.ts';

export const importFile: Endpoints<'import'> = { plan: open, act: open };

function open(services: Services, { content, confirm, ...request }: Asked<'import', 'plan' | 'act'>) {
  const bytes = Buffer.from(content, 'base64');
  return importForeignPlan(services, { ...request, bytes, isConfirmed: confirm === true });
}
