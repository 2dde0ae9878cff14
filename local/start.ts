import { existsSync } from 'node:fs';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { formatDate, type CalendarDate } from '../functions/domain/dates/dates.ts';
import { UserFacingError } from '../functions/domain/user-facing-error.ts';
import { ACCOUNTS_FILE } from './accounts/accounts.ts';
import { localPart } from './backup/local-part.ts';
import { makeBackup } from './backup/make-backup.ts';
import { keepNightly } from './backup/nightly.ts';
import {
  COMMON_OPTIONS,
  parseAddress,
  parseCount,
  parseDayOption,
  parsePort,
  TODAY_OPTION,
} from './cli/options.ts';
import { reportFailure } from './cli/run-command.ts';
import { RUSSIAN_MESSAGES } from './cli/russian-messages.ts';
import { openDataFolder, type DataFolder, type RunningServer } from './data-folder.ts';
import { FolderBusyError, PagelessServerError, StillStartingError } from './local-errors.ts';
import { findAnswering } from './runtime.ts';
import { PortTakenError } from './sheets-api/errors.ts';
import { chooseReach } from './start/choose-reach.ts';
import { runJob } from './start/run-job.ts';
import { servePage, type ServedPage } from './start/serve-page.ts';
import { openSite, type Site, type SiteOptions } from './start/open-site.ts';
import { formatResult } from './start/format-result.ts';
import { untilInterrupted } from './until-interrupted.ts';

const USAGE_ERROR = 2;
const DEFAULT_PORT = 8148;

interface StartOptions {
  readonly data: string;
  readonly port: number;
  readonly once: boolean;
  readonly host?: string | undefined;
  readonly url?: string | undefined;
  readonly 'backup-to'?: string | undefined;
  readonly keep: number;
  readonly today?: CalendarDate | undefined;
}

async function start(options: StartOptions): Promise<void> {
  const { data, port, once, today } = options;
  console.log('ШНОР — сопровождение школ с низкими образовательными результатами\n');
  const folder = openDataFolder(data);
  if (!once) {
    const running = await findAnswering(folder);
    if (running) return sayWhere(folder, running);
  }
  const endStarting = once ? undefined : announceStarting(folder, port);
  let site: Site | undefined;
  let page: ServedPage | undefined;
  let nightly: ReturnType<typeof startNightly>;
  try {
    const { notice, ...reach } = chooseReach(options, existsSync(folder.file(ACCOUNTS_FILE)));
    site = await openFirst(folder, { port, today, ...reach });
    const result = await runJob(site, { today, say: (line) => console.log(`• ${line}`) });
    console.log(formatResult(result));
    if (once) {
      process.exitCode = 'refusal' in result.report ? 1 : 0;
      return;
    }
    page = await servePage(site, result.workbookId);
    endStarting?.();
    if (today)
      console.log(`\nСегодня — ${formatDate(today)}: так задано ключом --today, и для команд меню тоже.`);
    if (notice) console.log(`\n${notice}`);
    console.log(`\nТаблица открыта в браузере по адресу ${page.url}`);
    console.log(`Ctrl-C — остановить; данные останутся в папке ${data}.`);
    nightly = startNightly(site, options);
    await untilInterrupted();
    console.log('Остановлено.');
  } finally {
    await nightly?.stop();
    await page?.close();
    await site?.close();
    endStarting?.();
  }
}

/** Undefined where nobody wants backups. */
function startNightly(site: Site, { 'backup-to': folder, keep }: StartOptions) {
  if (folder === undefined) return undefined;
  const { store } = site.services;
  console.log(`Резервные копии: раз в сутки в папку ${folder}, последних — ${keep}.`);
  const make = (file: string) =>
    makeBackup({ store, now: new Date().toISOString(), local: localPart(site.folder, site) }, file);
  return keepNightly({ folder, keep, make });
}

function announceStarting(folder: DataFolder, port: number): () => void {
  const pageUrl = port === 0 ? undefined : `http://127.0.0.1:${port}/`;
  return folder.announceStarting({ pid: process.pid, ...(pageUrl && { pageUrl }) });
}

/** A port that our own program has taken, over this very folder, is no other program's. Throws also `StillStartingError`, `FolderBusyError`. */
async function openFirst(folder: DataFolder, options: SiteOptions): Promise<Site> {
  try {
    return await openSite(folder, options);
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    const starting = folder.findStarting();
    if (starting && starting.pid !== process.pid) throw new StillStartingError(folder.path, starting);
    const running = await findAnswering(folder);
    if (running) throw new FolderBusyError(folder.path, running.pid);
    throw error;
  }
}

/** The folder is served already: its spreadsheets must not be kept by two programs. */
function sayWhere(folder: DataFolder, { pid, pageUrl }: RunningServer): void {
  const { path: data } = folder;
  const starting = folder.findStarting();
  if (!pageUrl && starting?.pid === pid) throw new StillStartingError(data, starting);
  if (!pageUrl) throw new PagelessServerError(data, pid);
  console.log(`Программа уже работает с папкой «${data}» (процесс ${pid}); вторая не нужна.`);
  console.log(`Таблица открыта в браузере по адресу ${pageUrl}`);
  console.log(
    'Чтобы запустить её с другими ключами, остановите ту (Ctrl-C в её окне) или назовите другую папку ключом --data.',
  );
}

try {
  const options = await yargs(hideBin(process.argv))
    .scriptName('npm start --')
    .locale('ru')
    .updateStrings(RUSSIAN_MESSAGES)
    .usage(
      'Поднимает всё на этой машине: принимает правки и проверяет сроки; при первом запуске создаёт демо-книгу и один раз ' +
        'формирует её отчёт.\n\n$0 [ключи]',
    )
    .options({
      data: COMMON_OPTIONS.data,
      port: {
        type: 'number',
        default: DEFAULT_PORT,
        describe: 'Порт (0 — любой свободный)',
      },
      host: {
        type: 'string',
        describe:
          'Сеть, из которой открывается страница: адрес этой машины или 0.0.0.0 (нужны учётные записи: invite)',
      },
      url: {
        type: 'string',
        describe: 'Адрес, под которым страницу показывает прокси: https://shnor.example.ru',
      },
      'backup-to': { type: 'string', describe: 'Папка, куда раз в сутки снимать резервную копию' },
      keep: { type: 'number', default: 14, describe: 'Сколько последних копий в ней хранить' },
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
  const { port, today, url } = options;
  await start({
    ...options,
    keep: parseCount(options.keep),
    port: parsePort(port),
    today: parseDayOption(today),
    url: url === undefined ? undefined : parseAddress(url),
  });
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  reportFailure(error, false);
}
