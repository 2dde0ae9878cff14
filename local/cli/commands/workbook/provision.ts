import { GRANTABLE_ROLES } from '../../../../functions/domain/roles.ts';
import type { Head } from '../../../../functions/use-cases/stored/head/head.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { todayIn } from '../../../../functions/use-cases/ports/today.ts';
import { LOCAL_MEMBERS, TIME_ZONE } from '../../../runtime.ts';
import { parseDayOption, parseMember, TODAY_OPTION, type Cli } from '../../options.ts';
import { inWorkplace } from '../../run-command.ts';

export function addProvision(cli: Cli): Cli {
  return cli.command(
    'provision',
    'Создать книгу или привести её в порядок: листы, заголовки, списки, защита, «Инструкция»',
    (yargs) =>
      yargs.options({
        spreadsheet: { type: 'string', describe: 'Подключить существующую таблицу с этим идентификатором' },
        title: { type: 'string', default: 'ШНОР', describe: 'Название новой книги' },
        member: {
          type: 'string',
          array: true,
          default: [],
          describe: `Кому открыть доступ: адрес=роль (${GRANTABLE_ROLES.join(', ')})`,
        },
        ...TODAY_OPTION,
      }),
    async (options) => {
      const today = parseDayOption(options.today);
      await inWorkplace(
        options,
        async ({ folder, runtime }) => {
          const known = options.spreadsheet ?? folder.workbookId;
          const outcome = await provisionWorkbook(runtime.services, {
            ...(known && { workbookId: known }),
            title: options.title,
            timeZone: TIME_ZONE,
            today: today ?? todayIn(runtime.services, TIME_ZONE),
            members: parseMembers(options.member),
            ...(!options.cloud && { firstMembers: LOCAL_MEMBERS }),
            by: runtime.operator,
          });
          folder.saveWorkbookId(outcome.workbookId);
          const { created, addedColumns, restoredHeaders, unmended, renamed } = outcome;
          const made = created.length > 0 ? `Созданы листы: ${created.join(', ')}.` : 'Все листы на месте.';
          const added = addedColumns.length > 0 ? ` Добавлены столбцы: ${addedColumns.join('; ')}.` : '';
          const moved = renamed.length > 0 ? ` Ваши листы переименованы: ${renamed.join('; ')}.` : '';
          const headers =
            restoredHeaders.length > 0 ? ` Заголовки стоят снова: ${restoredHeaders.join('; ')}.` : '';
          const left = unmended.map((each) => ` ${each}`).join('');
          const text = `Книга ${outcome.workbookId} готова. ${made}${headers}${added}${moved}${left}`;
          return { json: outcome, text };
        },
        { makesFolder: true },
      );
    },
  );
}

function parseMembers(members: readonly string[]): Head['members'] {
  return Object.fromEntries(members.map((member) => parseMember(member)));
}
