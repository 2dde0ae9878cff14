import type { Services } from '../../compose.ts';
import { importForeignPlan } from '../../use-cases/import/import-plan.ts';
import { parseColumnChoices, splitChoices } from '../../use-cases/import/typed-choices.ts';
import type { Asked, Endpoints } from '../endpoint.ts';

export const importFile: Endpoints<'import'> = { plan: open, act: open };

function open(
  services: Services,
  { content, confirm, columns, only, ...request }: Asked<'import', 'plan' | 'act'>,
) {
  const bytes = Buffer.from(content, 'base64');
  const wishes = {
    ...(columns !== undefined && { columns: parseColumnChoices(splitChoices(columns)) }),
    ...(only !== undefined && { only: splitChoices(only) }),
  };
  return importForeignPlan(services, { ...request, ...wishes, bytes, isConfirmed: confirm === true });
}
