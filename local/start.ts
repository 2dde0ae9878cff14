import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import type { CalendarDate } from '../functions/domain/dates.ts';
import { UserFacingError } from '../functions/use-cases/errors.ts';
import { COMMON_OPTIONS, parseDay, parsePort, TODAY_OPTION } from './cli/options.ts';
import { reportFailure } from './cli/run-command.ts';
import { RUSSIAN_MESSAGES } from './cli/russian-messages.ts';
import { openDataFolder } from './data-folder.ts';
import { runJob } from './start/run-job.ts';
import { servePage, type ServedPage } from './start/serve-page.ts';
import { openSite } from './start/open-site.ts';
import { formatResult } from './start/format-result.ts';
import { untilInterrupted } from './until-interrupted.ts';

const USAGE_ERROR = 2;
const DEFAULT_PORT = 8148;

interface StartOptions {
  readonly data: string;
  readonly port: number;
  readonly once: boolean;
  readonly today?: CalendarDate | undefined;
}

async function start({ data, port, once, today }: StartOptions): Promise<void> {
  console.log('ШНОР — сопровождение школ с низкими образовательными результатами\n');
  const folder = openDataFolder(data);
  const site = await openSite(folder, { port });
  let page: ServedPage | undefined;
  try {
    const result = await runJob(site, { today, say: (line) => console.log(`• ${line}`) });
    console.log(formatResult(result));
    if (once) return;
    page = await servePage(site, result.workbookId);
    console.log(`\nТаблица открыта в браузере по адресу ${site.functionsUrl}/`);
    console.log(`Ctrl-C — остановить; данные останутся в папке ${data}.`);
    await untilInterrupted();
    console.log('Остановлено.');
  } finally {
    await page?.close();
    await site.close();
  }
}

try {
  const options = await yargs(hideBin(process.argv))
    .scriptName('npm start --')
    .locale('ru')
    .updateStrings(RUSSIAN_MESSAGES)
    .usage(
      'Поднимает всё на этой машине, при первом запуске создаёт демо-книгу, проверяет её и формирует отчёт.\n\n$0 [ключи]',
    )
    .options({
      data: COMMON_OPTIONS.data,
      port: {
        type: 'number',
        default: DEFAULT_PORT,
        describe: 'Порт (0 — любой свободный)',
      },
      once: { type: 'boolean', default: false, describe: 'Сделать работу и завершиться' },
      ...TODAY_OPTION,
    })
    .strict()
    .version(false)
    .help('help', 'Показать эту справку')
    .wrap(100)
    .fail((message, error) => {
      if (error) throw error;
      console.error(`${message}\nСправка: npm start -- --help`);
      process.exit(USAGE_ERROR);
    })
    .parseAsync();
  await start({ ...options, port: parsePort(options.port), today: parseDay(options.today) });
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  reportFailure(error, false);
}
