import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { BadArgumentError } from '../local-errors.ts';
import { COMMON_OPTIONS, type Cli } from './options.ts';
import { reportFailure } from './run-command.ts';
import { RUSSIAN_MESSAGES } from './russian-messages.ts';

const USAGE_ERROR = 2;
const args = hideBin(process.argv);

type AddCommand = (cli: Cli) => Cli;

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  provision: async () => (await import('./commands/workbook/provision.ts')).addProvision,
  sync: async () => (await import('./commands/workbook/sync.ts')).addSync,
  monitor: async () => (await import('./commands/workbook/monitor.ts')).addMonitor,
  report: async () => (await import('./commands/report/report.ts')).addReport,
  'report-state': async () => (await import('./commands/report/report-state.ts')).addReportState,
  forms: async () => (await import('./commands/report/forms.ts')).addForms,
  region: async () => (await import('./commands/report/region.ts')).addRegion,
  history: async () => (await import('./commands/workbook/history.ts')).addHistory,
  restore: async () => (await import('./commands/workbook/restore.ts')).addRestore,
  calendar: async () => (await import('./commands/people/calendar.ts')).addCalendar,
  access: async () => (await import('./commands/people/access.ts')).addAccess,
  invite: async () => (await import('./commands/people/invite.ts')).addInvite,
  backup: async () => (await import('./commands/installation/backup.ts')).addBackup,
  'restore-backup': async () => (await import('./commands/installation/backup.ts')).addRestoreBackup,
  check: async () => (await import('./commands/workbook/check.ts')).addCheck,
  explain: async () => (await import('./commands/plan/explain.ts')).addExplain,
  export: async () => (await import('./commands/workbook/export.ts')).addExport,
  'import-book': async () => (await import('./commands/workbook/import-book.ts')).addImportBook,
  period: async () => (await import('./commands/plan/period.ts')).addPeriod,
  import: async () => (await import('./commands/plan/import.ts')).addImport,
  'sheets-api': async () => (await import('./commands/installation/sheets-api.ts')).addSheetsApi,
  probe: async () => (await import('./commands/installation/probe.ts')).addProbe,
  doctor: async () => (await import('./commands/installation/doctor.ts')).addDoctor,
};

/** A command does not wait for the parts of the others; without a known one there is help to give, on all of them. */
function loadCommands(): Promise<readonly AddCommand[]> {
  const named = Object.entries(COMMANDS).filter(([name]) => args.includes(name));
  const asked = named.length > 0 ? named.map(([, load]) => load) : Object.values(COMMANDS);
  return Promise.all(asked.map((load) => load()));
}

try {
  const cli = yargs(args)
    .scriptName('npm run -s shnor --')
    .locale('ru')
    .updateStrings(RUSSIAN_MESSAGES)
    .usage('ШНОР: книга, сроки и отчёт в командной строке.\n\n$0 <команда> [ключи]')
    .options(COMMON_OPTIONS);
  const commands = await loadCommands();
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
