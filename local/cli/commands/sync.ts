import { syncWorkbook } from '../../../functions/use-cases/sync/reconcile.ts';
import type { Cli } from '../options.ts';
import { inWorkplace, workbookIdOf } from '../run-command.ts';

export function addSync(cli: Cli): Cli {
  return cli.command(
    'sync',
    'Принять изменения книги в хранилище и показать замечания рядом со строками',
    (yargs) =>
      yargs.option('confirm-deletions', {
        type: 'boolean',
        default: false,
        describe: 'Подтвердить удаление, о котором прошлая синхронизация спросила',
      }),
    (options) =>
      inWorkplace(options, async ({ folder, runtime }) => {
        const outcome = await syncWorkbook(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          consent: options.confirmDeletions ? {} : undefined,
        });
        return { json: outcome, text: outcome.message };
      }),
  );
}
