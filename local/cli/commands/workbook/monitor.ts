import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import { ALL_OPTION, parseDayOption, TODAY_OPTION, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';
import { sweepAll } from '../../sweep-all.ts';

export function addMonitor(cli: Cli): Cli {
  return cli.command(
    'monitor',
    'Проверить сроки на сегодня: состояния, «Контроль»',
    (yargs) => yargs.options({ ...TODAY_OPTION, ...ALL_OPTION }),
    async (options) => {
      const today = parseDayOption(options.today);
      await inWorkplace(options, async ({ folder, runtime }) => {
        if (options.all) return await sweepAll(runtime, { function: 'monitor', today });
        const outcome = await runMonitoring(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          ...(today && { today }),
        });
        return { json: outcome, text: outcome.message };
      });
    },
  );
}
