import { readFileSync } from 'node:fs';
import { composeRegionReport } from '../../../../functions/use-cases/report/compose-region-report.ts';
import { BadArgumentError } from '../../../local-errors.ts';
import { parseReportName, writeReportFile } from '../../../report-file.ts';
import { parseCount, parseDayOption, TODAY_OPTION, type Cli } from '../../options.ts';
import { inWorkplace } from '../../run-command.ts';

export function addRegion(cli: Cli): Cli {
  return cli.command(
    'region',
    'Свести последние сводные отчёты нескольких книг в один областной',
    (yargs) =>
      yargs
        .options({
          ...TODAY_OPTION,
          workbooks: { type: 'string', describe: 'Номера книг через запятую' },
          list: { type: 'string', describe: 'Файл с номерами книг, по одному в строке' },
          number: { type: 'number', describe: 'Номер свода по вашему журналу; без него — черновик' },
          institution: { type: 'string', default: '', describe: 'Кто сводит: наименование' },
          addressee: { type: 'string', default: '', describe: 'Кому направляется свод' },
          'signer-position': { type: 'string', default: '', describe: 'Подписывает: должность' },
          signer: { type: 'string', default: '', describe: 'Подписывает: И.О. Фамилия' },
          executor: { type: 'string', default: '', describe: 'Исполнитель: должность и служебный телефон' },
          out: { type: 'string', describe: 'Записать свод в файл .xlsx, .docx или .json' },
        })
        .example('$0 region --workbooks A,B,C --out Свод.docx', 'три муниципалитета одним отчётом'),
    async (options) => {
      const today = parseDayOption(options.today);
      const out = options.out === undefined ? undefined : parseReportName(options.out);
      const workbookIds = parseWorkbooks(options);
      const { institution, addressee, executor } = options;
      const signer = { position: options.signerPosition, name: options.signer };
      await inWorkplace(options, async ({ runtime }) => {
        const { document, ...outcome } = await composeRegionReport(runtime.services, {
          workbookIds,
          by: runtime.operator,
          ...(today && { today }),
          ...(options.number !== undefined && { number: parseCount(options.number) }),
          requisites: { institution, addressee, executor, signer },
        });
        if (out !== undefined) await writeReportFile(out, { document, proof: outcome.proof });
        const file = out === undefined ? [] : [`Файл: ${out}`];
        return {
          json: { ...outcome, file: out ?? null },
          text: [outcome.message, ...file].join('\n'),
        };
      });
    },
  );
}

/** Throws `BadArgumentError` where none is named or the file cannot be read. */
function parseWorkbooks({ workbooks, list }: { workbooks?: string | undefined; list?: string | undefined }) {
  const named = (workbooks ?? '').split(',');
  const listed = list === undefined ? [] : readList(list).split(/\r?\n/u);
  const ids = [...named, ...listed].map((id) => id.trim()).filter(Boolean);
  if (ids.length > 0) return ids;
  throw new BadArgumentError('Не названо ни одной книги: --workbooks A,B,C или --list ФАЙЛ.');
}

function readList(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BadArgumentError(`Файл со списком книг «${path}» не читается. Проверьте имя.`, { cause });
  }
}
