import { openDataFolder } from '../../../data-folder.ts';
import { startSheetsApi } from '../../../sheets-api/server.ts';
import { untilInterrupted } from '../../../until-interrupted.ts';
import { parsePort, type Cli } from '../../options.ts';
import { runCommand } from '../../run-command.ts';

const OPEN =
  'Ключа не спрашивает: таблицы открыты всем программам этого компьютера. Закрыть: задайте ключ в SHNOR_SHEETS_KEY.';

export function addSheetsApi(cli: Cli): Cli {
  return cli.command(
    'sheets-api',
    'Запустить одну только местную замену Google Sheets API (до Ctrl-C)',
    (yargs) =>
      yargs.option('port', {
        type: 'number',
        default: 0,
        describe: 'Порт (0 — любой свободный)',
      }),
    (options) =>
      runCommand(options, async () => {
        const folder = openDataFolder(options.data);
        // A bench of its own, for programs that know no key; the stand-in of `npm start` always has one.
        const key = process.env['SHNOR_SHEETS_KEY'];
        const port = parsePort(options.port);
        const server = await startSheetsApi({ dataDir: folder.path, port, key });
        const sheetsKey = server.key;
        const retract = folder.announceServer({ pid: process.pid, sheetsUrl: server.url, sheetsKey });
        console.error(`Sheets API работает: ${server.url} (Ctrl-C — остановить).`);
        console.error(key === undefined ? OPEN : 'Другим программам нужен ключ из SHNOR_SHEETS_KEY.');
        await untilInterrupted();
        retract();
        await server.close();
        return { json: { url: server.url, stopped: true }, text: 'Остановлено, таблицы сохранены.' };
      }),
  );
}
