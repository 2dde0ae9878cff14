import { writeXlsx } from '../../../functions/adapters/files/xlsx.ts';
import { publishReport } from '../../../functions/use-cases/publish-report.ts';
import { layoutReport } from '../../../functions/workbook/report-layout.ts';
import { OPERATOR } from '../../runtime.ts';
import { parseDay, TODAY_OPTION, type Cli } from '../options.ts';
import { inWorkplace, workbookIdOf } from '../run-command.ts';

export function addReport(cli: Cli): Cli {
  return cli.command(
    'report',
    'Сформировать сводный отчёт: новый лист в книге и, если нужно, файл',
    (yargs) =>
      yargs.options({
        ...TODAY_OPTION,
        out: { type: 'string', describe: 'Записать отчёт и в файл .xlsx' },
      }),
    async (options) => {
      const today = parseDay(options.today);
      await inWorkplace(options, async ({ folder, runtime }) => {
        const outcome = await publishReport(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: OPERATOR,
          ...(today && { today }),
        });
        if (options.out) {
          const layout = layoutReport(outcome.report);
          await writeXlsx(options.out, [{ layout }], {
            creator: outcome.report.institution,
            created: new Date(`${outcome.asOf}T00:00:00Z`),
          });
        }
        const file = options.out ? `\nФайл: ${options.out}` : '';
        return { json: { ...outcome, file: options.out ?? null }, text: `${outcome.message}${file}` };
      });
    },
  );
}
