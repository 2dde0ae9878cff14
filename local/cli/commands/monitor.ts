import type { CommandModule } from 'yargs';
import type { CalendarDate } from '../../../functions/domain/dates.ts';
import { runMonitoring } from '../../../functions/use-cases/run-monitoring.ts';
import { OPERATOR } from '../../runtime.ts';
import { TODAY_OPTION, type CommonOptions } from '../options.ts';
import { withoutAssessment } from '../present.ts';
import { inWorkplace, workbookIdOf } from '../run-command.ts';

interface Options extends CommonOptions {
  readonly today?: CalendarDate;
}

export const monitor: CommandModule<CommonOptions, Options> = {
  command: 'monitor',
  describe: 'Проверить сроки на сегодня: состояния, «Контроль»',
  builder: (yargs) => yargs.options(TODAY_OPTION) as never,
  handler: (options) =>
    inWorkplace(options, async ({ folder, runtime }) => {
      const outcome = await runMonitoring(runtime.services, {
        workbookId: workbookIdOf(folder),
        by: OPERATOR,
        ...(options.today && { today: options.today }),
      });
      return { json: withoutAssessment(outcome), text: outcome.message };
    }),
};
