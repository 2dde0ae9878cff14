import { exportXlsx } from '../../../export-xlsx.ts';
import { parseXlsxName, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

export function addExport(cli: Cli): Cli {
  return cli.command(
    'export',
    'Записать всю книгу в файл .xlsx',
    (yargs) => yargs.option('out', { type: 'string', demandOption: true, describe: 'Имя файла .xlsx' }),
    async (options) => {
      const out = parseXlsxName(options.out);
      await inWorkplace(options, async ({ folder, runtime }) => {
        const sheets = await exportXlsx(runtime.services, workbookIdOf(folder), out);
        return {
          json: { file: out, sheets },
          text: `Книга записана: ${out} (листов: ${sheets}).`,
        };
      });
    },
  );
}
