import type { CommandModule } from 'yargs';
import { exportXlsx } from '../../export-xlsx.ts';
import type { CommonOptions } from '../options.ts';
import { inWorkplace, workbookIdOf } from '../run-command.ts';

interface Options extends CommonOptions {
  readonly out: string;
}

export const exportWorkbook: CommandModule<CommonOptions, Options> = {
  command: 'export',
  describe: 'Записать всю книгу в файл .xlsx',
  builder: (yargs) =>
    yargs.option('out', { type: 'string', demandOption: true, describe: 'Имя файла .xlsx' }) as never,
  handler: (options) =>
    inWorkplace(options, async ({ folder, runtime }) => {
      const sheets = await exportXlsx(runtime.services, workbookIdOf(folder), options.out);
      return {
        json: { file: options.out, sheets },
        text: `Книга записана: ${options.out} (листов: ${sheets}).`,
      };
    }),
};
