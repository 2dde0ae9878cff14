import { readPlanFile } from '../../../../functions/adapters/files/plan/read-plan-file.ts';
import {
  describeComparison,
  describeTaken,
} from '../../../../functions/use-cases/import-book/describe-book.ts';
import { importBook, type BookOutcome } from '../../../../functions/use-cases/import-book/import-book.ts';
import { parseXlsxName, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

export function addImportBook(cli: Cli): Cli {
  return cli.command(
    'import-book <file>',
    'Сравнить книгу с её файлом .xlsx и перенести в неё то, что выбрано',
    (yargs) =>
      yargs
        .positional('file', { type: 'string', demandOption: true, describe: 'Файл книги .xlsx' })
        .options({
          take: { type: 'string', describe: 'Что взять из показанного: номера (1,3-5) или «все»' },
          mark: { type: 'string', describe: 'Отметка показанного сравнения, вместе с --take' },
        })
        .implies('take', 'mark')
        .example('$0 import-book Книга.xlsx', 'показать, чем отличается файл')
        .example('$0 import-book Книга.xlsx --take 1,3-5 --mark 3f9c2a', 'взять эти правки'),
    ({ file, take, mark, ...options }) =>
      inWorkplace(options, async ({ folder, runtime }) => {
        const outcome = await importBook(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          name: file,
          tables: await readPlanFile(parseXlsxName(file)),
          ...(take !== undefined && mark !== undefined && { choice: { numbers: take, mark } }),
        });
        return { json: toJson(outcome), text: describe(outcome, file, take !== undefined) };
      }),
  );
}

function toJson({ plan: { changes, lacking, remarks, mark }, taken }: BookOutcome) {
  return {
    mark,
    taken: taken.length,
    changes: changes.map((change) =>
      change.kind === 'row'
        ? { kind: 'row', worksheet: change.addition.worksheet, cells: change.addition.cells }
        : {
            kind: 'cell',
            worksheet: change.worksheet,
            row: change.row.id,
            column: change.column,
            now: change.now.value,
            file: change.value,
          },
    ),
    lacking: lacking.map(({ worksheet, row }) => ({ worksheet, row: row.id })),
    remarks,
  };
}

function describe({ plan, taken }: BookOutcome, file: string, hasChosen: boolean): string {
  if (hasChosen) return describeTaken(taken);
  const next = `Чтобы взять правки из файла: npm run -s shnor -- import-book "${file}" --take 1,3-5 --mark ${plan.mark} (или --take все).`;
  return [...describeComparison(plan), ...(plan.changes.length > 0 ? [next] : [])].join('\n');
}
