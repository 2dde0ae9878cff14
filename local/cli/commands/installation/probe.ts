import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GoogleAuth } from 'google-auth-library';
import { parseSpreadsheet } from '../../../deploy/wish.ts';
import { formatProbe, runProbe } from '../../../probe/run-probe.ts';
import { openProbedSheets } from '../../../probe/sheets.ts';
import type { Cli } from '../../options.ts';
import { inWorkplace } from '../../run-command.ts';

const SCOPES = ['https://www.googleapis.com/auth/spreadsheets'];

export function addProbe(cli: Cli): Cli {
  return cli.command(
    'probe',
    'Спросить Google Sheets о том, чего не решает справка (на пустой таблице), и записать ответы',
    (yargs) =>
      yargs.options({
        spreadsheet: {
          type: 'string',
          demandOption: true,
          describe: 'Адрес пустой таблицы: в ней появятся и исчезнут пробные вкладки',
        },
      }),
    (options) =>
      inWorkplace(
        options,
        async ({ folder, runtime }) => {
          const auth = new GoogleAuth({ scopes: SCOPES });
          const sheets = openProbedSheets({
            rootUrl: runtime.sheetsUrl,
            spreadsheetId: parseSpreadsheet(options.spreadsheet),
            token: async () => (options.cloud ? ((await auth.getAccessToken()) ?? '') : runtime.sheetsKey),
          });
          const record = await runProbe(sheets, new Date().toISOString());
          const file = join(folder.path, 'probe.json');
          writeFileSync(file, `${JSON.stringify(record, undefined, 2)}\n`);
          return { json: record, text: formatProbe(record, file) };
        },
        { makesFolder: true },
      ),
  );
}
