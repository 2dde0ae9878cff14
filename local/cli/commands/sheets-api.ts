import { openDataFolder } from '../../data-folder.ts';
import { startSheetsApi } from '../../sheets-api/server.ts';
import { makeSheetsKey } from '../../runtime.ts';
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
        const key = process.env['SHNOR_SHEETS_KEY'] ?? makeSheetsKey();
        const port = parsePort(options.port);
        const server = await startSheetsApi({ dataDir: folder.path, port, key });
        const retract = folder.announceServer({ pid: process.pid, sheetsUrl: server.url, sheetsKey: key });
        console.error(`Sheets API работает: ${server.url} (Ctrl-C — остановить).`);
        console.error(`Другим программам нужен ключ: «sheetsKey» в файле ${folder.file('server.json')}.`);
        await untilInterrupted();
        retract();
        await server.close();
        return { json: { url: server.url, stopped: true }, text: 'Остановлено, таблицы сохранены.' };
      }),
  );
}
