import { todayIn } from '../../../../functions/use-cases/ports/today.ts';
import { turnPeriod } from '../../../../functions/use-cases/append/turn-period.ts';
import { TIME_ZONE } from '../../../runtime.ts';
import { parseDayOption, TODAY_OPTION, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

export function addPeriod(cli: Cli): Cli {
  return cli.command(
    'period',
    'Новый период: показать, что переходит и что не закрыто, и с --yes записать его в «Настройки»',
    (yargs) =>
      yargs.options({
        ...TODAY_OPTION,
        yes: { type: 'boolean', default: false, describe: 'Перейти на следующий период' },
      }),
    ({ yes, ...options }) =>
      inWorkplace(options, async ({ folder, runtime }) => {
        const today = parseDayOption(options.today) ?? todayIn(runtime.services, TIME_ZONE);
        const request = { workbookId: workbookIdOf(folder), by: runtime.operator, today };
        const plan = await turnPeriod(runtime.services, request);
        const outcome = yes ? await turnPeriod(runtime.services, { ...request, turnTo: plan.next }) : plan;
        return {
          json: outcome,
          text: yes ? outcome.message : `${plan.message}\nПерейти: та же команда с --yes.`,
        };
      }),
  );
}
