import { exportXlsx } from '../../export-xlsx.ts';
import type { Cli } from '../options.ts';
import { inWorkplace, workbookIdOf } from '../run-command.ts';

export function addExport(cli: Cli): Cli {
  return cli.command(
    'export',
    'Записать всю книгу в файл .xlsx',
    (yargs) => yargs.option('out', { type: 'string', demandOption: true, describe: 'Имя файла .xlsx' }),
    (options) =>
      inWorkplace(options, async ({ folder, runtime }) => {
        const sheets = await exportXlsx(runtime.services, workbookIdOf(folder), options.out);
        return {
          json: { file: options.out, sheets },
          text: `Книга записана: ${options.out} (листов: ${sheets}).`,
        };
      }),
  );
}
