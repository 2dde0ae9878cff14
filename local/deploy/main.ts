import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { reportFailure } from '../cli/run-command.ts';
import { RUSSIAN_MESSAGES } from '../cli/russian-messages.ts';
import { deploy } from './deploy.ts';
import { runTool } from './tools.ts';
import { undeploy } from './undeploy.ts';
import { parsePairs, parseProject, parseRegion, parseSpreadsheet } from './wish.ts';

const COMMON = {
  project: { type: 'string', demandOption: true, describe: 'Проект Google Cloud', coerce: parseProject },
  region: {
    type: 'string',
    default: 'europe-west1',
    describe: 'Где всё стоит; базу потом не перенести',
    coerce: parseRegion,
  },
  'dry-run': { type: 'boolean', default: false, describe: 'Показать каждую команду и ничего не менять' },
  data: { type: 'string', default: '.data', describe: 'Папка с данными' },
} as const;

const list = { type: 'string', array: true, default: [] as string[] } as const;
const doing = { run: runTool, print: (line: string) => console.log(line) };

try {
  await yargs(hideBin(process.argv))
    .scriptName('npm run')
    .locale('ru')
    .updateStrings(RUSSIAN_MESSAGES)
    .command(
      'deploy',
      'Поставить в Google Cloud: npm run deploy -- --project P --spreadsheet АДРЕС',
      {
        ...COMMON,
        spreadsheet: {
          type: 'string',
          demandOption: true,
          describe: 'Адрес таблицы',
          coerce: parseSpreadsheet,
        },
        member: { ...list, describe: 'Сотрудник: адрес=роль' },
        audience: { ...list, describe: 'Client id дополнения (его называет отказ при первом вызове)' },
        env: {
          ...list,
          describe: 'Ещё переменная службы: SHNOR_MAIL_FROM=shnor@example.ru',
          coerce: parsePairs,
        },
        secret: { ...list, describe: 'Секрет из файла: SHNOR_SMTP_URL=smtp.txt', coerce: parsePairs },
        budget: { type: 'number', default: 10, describe: 'Письмо о расходах больше этого в месяц' },
        'time-zone': { type: 'string', default: 'Asia/Yekaterinburg', describe: 'Часовой пояс расписания' },
      },
      (options) => deploy(options, doing),
    )
    .command('undeploy', 'Убрать из Google Cloud; данные остаются', COMMON, (options) =>
      undeploy(options, doing),
    )
    .demandCommand(1)
    .strict()
    .version(false)
    .help('help', 'Показать эту справку')
    .wrap(100)
    .parseAsync();
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  reportFailure(error, false);
}
