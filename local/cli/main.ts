import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { UserFacingError } from '../../functions/use-cases/errors.ts';
import { addCheck } from './commands/check.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addHistory } from './commands/history.ts';
import { addImport } from './commands/import.ts';
import { addMonitor } from './commands/monitor.ts';
import { addProvision } from './commands/provision.ts';
import { addRegion } from './commands/region.ts';
import { addReport } from './commands/report.ts';
import { addReportState } from './commands/report-state.ts';
import { addRestore } from './commands/restore.ts';
import { addSheetsApi } from './commands/sheets-api.ts';
import { addSync } from './commands/sync.ts';
import { BadArgumentError } from '../local-errors.ts';
import { COMMON_OPTIONS, type Cli } from './options.ts';
import { reportFailure } from './run-command.ts';
import { RUSSIAN_MESSAGES } from './russian-messages.ts';

const USAGE_ERROR = 2;
const args = hideBin(process.argv);

try {
  const cli = yargs(args)
    .scriptName('npm run -s shnor --')
    .locale('ru')
    .updateStrings(RUSSIAN_MESSAGES)
    .usage('ШНОР: книга, сроки и отчёт в командной строке.\n\n$0 <команда> [ключи]')
    .options(COMMON_OPTIONS);
  const commands = [
    addProvision,
    addSync,
    addMonitor,
    addReport,
    addReportState,
    addRegion,
    addHistory,
    addRestore,
    addCheck,
    addExplain,
    addExport,
    addImport,
    addSheetsApi,
    addDoctor,
  ];
  await commands
    .reduce<Cli>((all, add) => add(all), cli)
    .demandCommand(1, 'Назовите команду. Список команд: npm run -s shnor -- --help')
    .strictCommands()
    .strict()
    .check((given) => {
      const unread = Object.entries(given).find(([, value]) => Number.isNaN(value));
      if (unread) throw new BadArgumentError(`Ключу --${unread[0]} нужно число.`);
      return true;
    }, true)
    .version(false)
    .help('help', 'Показать эту справку')
    .wrap(100)
    .showHelpOnFail(false)
    .fail((message, error) => {
      if (error) throw error;
      const text = `${message}\nСправка: npm run -s shnor -- --help`;
      if (args.includes('--json')) console.log(JSON.stringify({ error: { code: 'usage', message: text } }));
      console.error(text);
      process.exit(USAGE_ERROR);
    })
    .parseAsync();
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  reportFailure(error, args.includes('--json'));
}
