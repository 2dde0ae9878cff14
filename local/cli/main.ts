import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { UserFacingError } from '../../functions/use-cases/errors.ts';
import { doctor } from './commands/doctor.ts';
import { explain } from './commands/explain.ts';
import { exportWorkbook } from './commands/export.ts';
import { monitor } from './commands/monitor.ts';
import { provision } from './commands/provision.ts';
import { report } from './commands/report.ts';
import { sheetsApi } from './commands/sheets-api.ts';
import { sync } from './commands/sync.ts';
import { COMMON_OPTIONS } from './options.ts';
import { reportFailure } from './run-command.ts';
import { RUSSIAN_MESSAGES } from './russian-messages.ts';

const USAGE_ERROR = 2;
const args = hideBin(process.argv);

try {
  await yargs(args)
    .scriptName('npm run -s shnor --')
    .locale('ru')
    .updateStrings(RUSSIAN_MESSAGES)
    .usage('ШНОР: книга, сроки и отчёт в командной строке.\n\n$0 <команда> [ключи]')
    .options(COMMON_OPTIONS)
    .command(provision)
    .command(sync)
    .command(monitor)
    .command(report)
    .command(explain)
    .command(exportWorkbook)
    .command(sheetsApi)
    .command(doctor)
    .demandCommand(1, 'Назовите команду. Список команд: npm run -s shnor -- --help')
    .strict()
    .version(false)
    .help('help', 'Показать эту справку')
    .wrap(100)
    .showHelpOnFail(false)
    .fail((message, error) => {
      if (error) throw error;
      console.error(`${message}\nСправка: npm run -s shnor -- --help`);
      process.exit(USAGE_ERROR);
    })
    .parseAsync();
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  reportFailure(error, args.includes('--json'));
}
