import { checkStore } from '../../../../functions/use-cases/monitor/check-store.ts';
import type { Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

export function addCheck(cli: Cli): Cli {
  return cli.command(
    'check',
    'Самопроверка: сходится ли история с тем, что лежит в хранилище',
    (yargs) =>
      yargs.option('full', {
        type: 'boolean',
        default: false,
        describe: 'Проверить с самого начала, а не с прошлой самопроверки',
      }),
    (options) =>
      inWorkplace(options, async ({ folder, runtime }) => {
        const { head: _head, ...outcome } = await checkStore(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          isFull: options.full,
        });
        return { json: outcome, text: outcome.message, exitCode: outcome.agrees ? 0 : 1 };
      }),
  );
}
