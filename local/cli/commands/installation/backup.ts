import { compose, type Services } from '../../../../functions/compose.ts';
import { parseConfig } from '../../../../functions/config.ts';
import { makeBackup } from '../../../backup/make-backup.ts';
import type { BackupSummary } from '../../../backup/backup-file.ts';
import { restoreFolder, restoreStore } from '../../../backup/restore-backup.ts';
import { localPart } from '../../../backup/local-part.ts';
import { BadArgumentError } from '../../../local-errors.ts';
import type { Cli } from '../../options.ts';
import { inWorkplace, runCommand, type CommandResult } from '../../run-command.ts';

export function addBackup(cli: Cli): Cli {
  return cli.command(
    'backup',
    'Снять резервную копию всей установки одним файлом: все книги, их история, отчёты и учётные записи',
    (yargs) =>
      yargs.option('out', {
        type: 'string',
        demandOption: true,
        describe: 'Имя нового файла: shnor.backup.gz',
      }),
    (options) => {
      const { out } = options;
      const now = new Date().toISOString();
      if (options.cloud)
        return inCloud(options, async ({ store }) =>
          describeMade(out, await makeBackup({ store, now }, out)),
        );
      return inWorkplace(options, async ({ folder, runtime }) => {
        const { store } = runtime.services;
        return describeMade(out, await makeBackup({ store, now, local: localPart(folder, runtime) }, out));
      });
    },
  );
}

export function addRestoreBackup(cli: Cli): Cli {
  return cli.command(
    'restore-backup <файл>',
    'Восстановить установку из резервной копии: в новую папку или, с --cloud, в пустое хранилище Firestore',
    (yargs) =>
      yargs
        .positional('файл', { type: 'string', demandOption: true, describe: 'Файл, который снял backup' })
        .option('into', { type: 'string', describe: 'Новая папка: она станет папкой --data' }),
    (options) => {
      const { файл: file, into, cloud } = options;
      if (into !== undefined && cloud)
        return runCommand(options, async () => {
          throw new BadArgumentError('Назовите что-нибудь одно: --into ПАПКА или --cloud.');
        });
      if (cloud)
        return inCloud(options, async ({ store }) => {
          const summary = await restoreStore(file, store);
          return describeRestored(
            summary,
            'Записи восстановлены в Firestore. Сами таблицы остались у Google.',
          );
        });
      return runCommand(options, async () => {
        if (!into) throw new BadArgumentError('Назовите новую папку: --into ПАПКА (или --cloud).');
        const summary = await restoreFolder(file, into);
        return describeRestored(summary, `Восстановлено в «${into}». Запустите: npm start -- --data ${into}`);
      });
    },
  );
}

/** No member of any workbook acts here: whoever holds the keys of the store may copy it. */
function inCloud(
  options: Parameters<typeof runCommand>[0],
  action: (services: Services) => Promise<CommandResult>,
): Promise<void> {
  return runCommand(options, async () => {
    const services = await compose(parseConfig({ SHNOR_AUDIENCES: 'none', ...process.env }));
    try {
      return await action(services);
    } finally {
      await services.close();
    }
  });
}

function describeMade(file: string, summary: BackupSummary): CommandResult {
  const { documents, sha256 } = summary;
  const text =
    `Резервная копия записана: ${file} (записей хранилища: ${documents}, sha256 ${sha256}). ` +
    'В ней и пароли в виде хэшей: храните её там, куда чужие не заходят.';
  return { json: { file, ...summary }, text };
}

function describeRestored(summary: BackupSummary, words: string): CommandResult {
  const text = `Копия проверена: контрольная сумма сходится, записей хранилища ${summary.documents}.\n${words}`;
  return { json: summary, text };
}
