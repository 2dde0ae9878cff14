import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UserFacingError } from '../../../functions/domain/user-facing-error.ts';
import { readHead } from '../../../functions/use-cases/stored/head/head.ts';
import { openDataFolder, type DataFolder } from '../../data-folder.ts';
import { openRuntime } from '../../runtime.ts';
import type { Cli, CommonOptions } from '../options.ts';
import { runCommand, runtimeOptions } from '../run-command.ts';

interface Check {
  readonly name: string;
  readonly isGood: boolean;
  /** Without it the main job cannot run. */
  readonly isNeeded: boolean;
  readonly detail: string;
}

export function addDoctor(cli: Cli): Cli {
  return cli.command(
    'doctor',
    'Проверить установку: Node.js, папку данных, хранилище, Sheets API, необязательные программы',
    (yargs) => yargs,
    (options) =>
      runCommand(options, async () => {
        const checks = [nodeCheck(), ...(await folderChecks(options)), ...OPTIONAL.map(optionalCheck)];
        const isWell = checks.every(({ isGood, isNeeded }) => isGood || !isNeeded);
        const lines = checks.map(({ name, isGood, isNeeded, detail }) => {
          const mark = isGood ? 'есть' : isNeeded ? 'НЕТ ' : 'нет ';
          return `${mark}  ${name}: ${detail}`;
        });
        const verdict = isWell ? 'Всё нужное на месте.' : 'Есть помехи: см. строки «НЕТ».';
        return {
          json: { isWell, checks },
          text: [...lines, verdict].join('\n'),
          exitCode: isWell ? 0 : 1,
        };
      }),
  );
}

function nodeCheck(): Check {
  return { name: 'Node.js', isGood: true, isNeeded: true, detail: process.version };
}

async function folderChecks(options: CommonOptions): Promise<readonly Check[]> {
  if (!existsSync(options.data)) {
    return [
      {
        name: 'Папка данных',
        isGood: true,
        isNeeded: true,
        detail: `${options.data} появится при первом запуске`,
      },
    ];
  }
  try {
    const folder = openDataFolder(options.data);
    const found: Check = { name: 'Папка данных', isGood: true, isNeeded: true, detail: options.data };
    return [found, await workbookCheck(folder, options)];
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return [{ name: 'Данные', isGood: false, isNeeded: true, detail: error.message }];
  }
}

async function workbookCheck(folder: DataFolder, options: CommonOptions): Promise<Check> {
  const name = 'Книга, хранилище и Sheets API';
  const { workbookId } = folder;
  if (!workbookId)
    return { name, isGood: true, isNeeded: true, detail: 'книги ещё нет: npm start или provision' };
  const runtime = await openRuntime(folder, runtimeOptions(options));
  try {
    const { store, spreadsheets } = runtime.services;
    const [stored, outline] = await Promise.all([
      readHead(store, workbookId),
      spreadsheets.readOutline(workbookId),
    ]);
    const revision = stored ? `ревизия ${stored.head.revision}` : 'в хранилище её нет: выполните provision';
    const detail = `«${outline.title}», листов ${outline.tabs.length}, ${revision}`;
    return { name, isGood: stored !== undefined, isNeeded: true, detail };
  } finally {
    await runtime.close();
  }
}

const OPTIONAL = [
  { name: 'Chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'], use: 'проверки страницы' },
  { name: 'LibreOffice', programs: ['libreoffice', 'soffice'], use: 'просмотр файлов .xlsx' },
  { name: 'Java', programs: ['java'], use: 'эмулятор Firestore в тестах' },
];

function optionalCheck({ name, programs, use }: (typeof OPTIONAL)[number]): Check {
  const path = programs.flatMap(findProgram)[0];
  return {
    name,
    isGood: path !== undefined,
    isNeeded: false,
    detail: path ?? `не найден; нужен только для: ${use}`,
  };
}

function findProgram(program: string): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
