import { existsSync } from 'node:fs';
import type { Role } from '../../../../functions/domain/roles.ts';
import { openDataFolder } from '../../../data-folder.ts';
import { readKeptWish } from '../../../deploy/kept-wish.ts';
import { runTool } from '../../../deploy/tools.ts';
import { bad, failed, formatChecks, good, isWell, type Check } from '../../../doctor/check.ts';
import { checkCloud } from '../../../doctor/cloud.ts';
import { checkMachine } from '../../../doctor/machine.ts';
import { checkQuota } from '../../../doctor/quota.ts';
import { checkWorkbook } from '../../../doctor/workbook.ts';
import { openRuntime } from '../../../runtime.ts';
import type { Cli, CommonOptions } from '../../options.ts';
import { runCommand, runtimeOptions } from '../../run-command.ts';

export function addDoctor(cli: Cli): Cli {
  return cli.command(
    'doctor',
    'Проверить установку, здесь или в облаке (--cloud): что стоит, что нет и как исправить',
    (yargs) => yargs,
    (options) =>
      runCommand(options, async () => {
        const checks = [
          ...checkMachine(),
          ...(options.cloud ? await cloudChecks(options) : []),
          ...(await folderChecks(options)),
        ];
        return {
          json: { isWell: isWell(checks), checks },
          text: formatChecks(checks),
          exitCode: isWell(checks) ? 0 : 1,
        };
      }),
  );
}

async function cloudChecks({ data }: CommonOptions): Promise<readonly Check[]> {
  const wish = readKeptWish(data);
  if (!wish)
    return [
      bad(
        'Google Cloud',
        `из папки ${data} ничего не развёрнуто.`,
        'Укажите её: --data .data/cloud/ПРОЕКТ/ТАБЛИЦА/data, или выполните npm run deploy.',
      ),
    ];
  return await checkCloud(wish, { run: runTool, fetch, now: Date.now });
}

async function folderChecks(options: CommonOptions): Promise<readonly Check[]> {
  if (!existsSync(options.data)) return [good('Папка данных', `${options.data} появится при первом запуске`)];
  try {
    return [good('Папка данных', options.data), ...(await bookChecks(options))];
  } catch (error) {
    return [failed('Данные', error)];
  }
}

/** In the cloud the daily check goes by an account of this role. */
const NEEDED: readonly Role[] = ['municipal_coordinator'];

async function bookChecks(options: CommonOptions): Promise<readonly Check[]> {
  const folder = openDataFolder(options.data);
  const { workbookId } = folder;
  if (!workbookId) return [good('Книга', 'её ещё нет: npm start или provision')];
  const runtime = await openRuntime(folder, runtimeOptions(options));
  try {
    const { services } = runtime;
    const roles: readonly Role[] = options.cloud ? [...NEEDED, 'service'] : NEEDED;
    return [
      ...(await checkWorkbook(services, workbookId, { roles, goesDaily: options.cloud })),
      ...(options.cloud ? [await checkQuota(services.store, Date.now())] : []),
    ];
  } finally {
    await runtime.close();
  }
}
