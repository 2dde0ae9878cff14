import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { ALL_OPTION, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';
import { sweepAll } from '../../sweep-all.ts';

export function addSync(cli: Cli): Cli {
  return cli.command(
    'sync',
    'Принять изменения книги в хранилище и показать замечания рядом со строками',
    (yargs) =>
      yargs
        .options(ALL_OPTION)
        .option('confirm-deletions', {
          type: 'boolean',
          describe: 'Подтвердить удаление, о котором прошлая синхронизация спросила',
        })
        // A yes is for the losses of the one workbook that a person was asked about.
        .conflicts('all', 'confirm-deletions'),
    (options) =>
      inWorkplace(options, async ({ folder, runtime }) => {
        if (options.all) return await sweepAll(runtime, { function: 'sync' });
        const outcome = await syncWorkbook(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          consent: options.confirmDeletions ? {} : undefined,
        });
        return { json: outcome, text: outcome.message };
      }),
  );
}
