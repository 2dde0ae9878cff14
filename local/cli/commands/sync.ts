import type { CommandModule } from 'yargs';
import { syncWorkbook } from '../../../functions/use-cases/sync-workbook.ts';
import { OPERATOR } from '../../runtime.ts';
import type { CommonOptions } from '../options.ts';
import { inWorkplace, workbookIdOf } from '../run-command.ts';
import { withoutAssessment } from '../present.ts';

interface Options extends CommonOptions {
  readonly confirmDeletions: boolean;
}

export const sync: CommandModule<CommonOptions, Options> = {
  command: 'sync',
  describe: 'Принять изменения книги в хранилище и показать замечания рядом со строками',
  builder: (yargs) =>
    yargs.option('confirm-deletions', {
      type: 'boolean',
      default: false,
      describe: 'Подтвердить удаление строк, которое система задержала',
    }) as never,
  handler: (options) =>
    inWorkplace(options, async ({ folder, runtime }) => {
      const outcome = await syncWorkbook(runtime.services, {
        workbookId: workbookIdOf(folder),
        by: OPERATOR,
        areDeletionsConfirmed: options.confirmDeletions,
      });
      return { json: withoutAssessment(outcome), text: outcome.message };
    }),
};
