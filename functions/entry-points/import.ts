import { importAnswer, importRequest, type ImportAnswer, type ImportRequest } from '../contract.ts';
import { importPlanFile } from '../use-cases/import/import-plan.ts';
import type { Endpoint } from './endpoint.ts';

export const importFile: Endpoint<ImportRequest, ImportAnswer> = {
  request: importRequest,
  answer: importAnswer,
  run: (services, { workbookId, name, content, table, confirm }, { email }) =>
    importPlanFile(services, {
      workbookId,
      by: email,
      name,
      bytes: Buffer.from(content, 'base64'),
      ...(table !== undefined && { table }),
      isConfirmed: confirm === true,
    }),
};
