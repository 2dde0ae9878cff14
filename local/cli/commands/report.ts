import { writeXlsx } from '../../../functions/adapters/files/xlsx.ts';
import { formatDate } from '../../../functions/domain/dates.ts';
import { publishReport } from '../../../functions/use-cases/publish-report.ts';
import {
  isProved,
  readReport,
  ReportAlteredError,
  type ReportDocument,
} from '../../../functions/use-cases/stored-reports.ts';
import { layoutReport } from '../../../functions/workbook/report-layout.ts';
import { parseDay, parseXlsxName, TODAY_OPTION, type Cli } from '../options.ts';
import { inWorkplace, workbookIdOf, type CommandResult, type Workplace } from '../run-command.ts';

export function addReport(cli: Cli): Cli {
  return cli.command(
    'report',
    'Сформировать сводный отчёт: новый лист в книге и, если нужно, файл',
    (yargs) =>
      yargs.options({
        ...TODAY_OPTION,
        out: { type: 'string', describe: 'Записать отчёт и в файл .xlsx' },
        number: { type: 'number', describe: 'Не формировать новый, а показать прежний отчёт с этим номером' },
      }),
    async (options) => {
      const today = parseDay(options.today);
      const out = options.out === undefined ? undefined : parseXlsxName(options.out);
      await inWorkplace(options, (workplace) =>
        options.number === undefined
          ? publish(workplace, { today, out })
          : showStored(workplace, { number: options.number, out }),
      );
    },
  );
}

async function publish(
  { folder, runtime }: Workplace,
  { today, out }: { today: ReturnType<typeof parseDay>; out: string | undefined },
): Promise<CommandResult> {
  const workbookId = workbookIdOf(folder);
  const outcome = await publishReport(runtime.services, {
    workbookId,
    by: runtime.operator,
    ...(today && { today }),
  });
  const document = await readReport(runtime.services.store, workbookId, outcome.number);
  await writeReport(document, out);
  return { json: { ...outcome, file: out ?? null }, text: outcome.message + fileLine(out) };
}

/** A stored report again, at any later time, once its hash has proved it unaltered. */
async function showStored(
  { folder, runtime }: Workplace,
  { number, out }: { number: number; out: string | undefined },
): Promise<CommandResult> {
  const document = await readReport(runtime.services.store, workbookIdOf(folder), number);
  if (!isProved(document)) throw new ReportAlteredError(number);
  await writeReport(document, out);
  const { report, reportHash } = document;
  const head = `Сводный отчёт № ${number} по состоянию на ${formatDate(report.asOf)}, контрольная сумма ${reportHash} сходится.`;
  return {
    json: { ...document, file: out ?? null },
    text: [head, ...report.statements].join('\n') + fileLine(out),
  };
}

async function writeReport({ report, reportHash }: ReportDocument, out: string | undefined): Promise<void> {
  if (out === undefined) return;
  await writeXlsx(out, [{ layout: layoutReport(report, reportHash) }], {
    creator: report.institution,
    created: new Date(`${report.asOf}T00:00:00Z`),
  });
}

function fileLine(out: string | undefined): string {
  return out === undefined ? '' : `\nФайл: ${out}`;
}
