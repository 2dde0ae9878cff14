import type { AnswerOf } from '../../../../functions/contract/answers.ts';
import { carryOutCalendars } from '../../../../functions/entry-points/endpoints/calendars.ts';
import type { Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

export function addCalendar(cli: Cli): Cli {
  return cli.command(
    'calendar',
    'Показать, у кого есть адрес календаря сроков; выдать новые адреса или отозвать',
    (yargs) =>
      yargs
        .options({
          issue: { type: 'boolean', describe: 'Выдать новые адреса; прежние перестанут работать' },
          revoke: { type: 'boolean', describe: 'Отозвать адреса' },
        })
        .conflicts('issue', 'revoke')
        .example('$0 calendar --issue', 'адреса для книги и для каждой должности листа «Ответственные»'),
    async ({ issue, revoke, ...options }) => {
      const wish = issue ? 'issue' : revoke ? 'revoke' : undefined;
      await inWorkplace(options, async ({ folder, runtime }) => {
        const answer = await carryOutCalendars(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          ...(wish && { wish }),
        });
        return { json: answer, text: describe(answer) };
      });
    },
  );
}

function describe({ feeds, message }: AnswerOf<'calendars'>): string {
  return [message, ...feeds.map(({ whose, since, url }) => `${whose} (${since})${url && `: ${url}`}`)].join(
    '\n',
  );
}
