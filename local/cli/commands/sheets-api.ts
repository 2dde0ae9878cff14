import { openDataFolder } from '../../data-folder.ts';
import { startSheetsApi } from '../../sheets-api/server.ts';
import { untilInterrupted } from '../../until-interrupted.ts';
import { parsePort, type Cli } from '../options.ts';
import { runCommand } from '../run-command.ts';

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
        const server = await startSheetsApi({ dataDir: folder.path, port: parsePort(options.port) });
        const retract = folder.announceServer({ pid: process.pid, sheetsUrl: server.url });
        console.error(`Sheets API работает: ${server.url} (Ctrl-C — остановить).`);
        await untilInterrupted();
        retract();
        await server.close();
        return { json: { url: server.url, stopped: true }, text: 'Остановлено, таблицы сохранены.' };
      }),
  );
}
