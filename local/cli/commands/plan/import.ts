import { readPlanFile } from '../../../../functions/adapters/files/plan/read-plan-file.ts';
import { describeEnd, describeImport } from '../../../../functions/use-cases/import/describe-import.ts';
import { parseColumnChoices, splitChoices } from '../../../../functions/use-cases/import/typed-choices.ts';
import { importTables } from '../../../../functions/use-cases/import/import-plan.ts';
import type { ImportPlan } from '../../../../functions/use-cases/import/plan-import.ts';
import type { ForeignPlan } from '../../../../functions/workbook/foreign-plan/parse-plan.ts';
import type { Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

export function addImport(cli: Cli): Cli {
  return cli.command(
    'import <file>',
    'Прочитать чужой план (.xlsx, .csv, .docx): показать, как поняты сроки, и дописать мероприятия',
    (yargs) =>
      yargs
        .positional('file', { type: 'string', demandOption: true, describe: 'Файл с таблицей плана' })
        .options({
          table: {
            type: 'string',
            describe: 'Только этот лист (по имени) или таблица документа (по номеру)',
          },
          column: {
            type: 'string',
            array: true,
            describe: 'Где что стоит: мероприятие=2, срок=C, ответственный=«Кто отвечает»',
          },
          only: {
            type: 'string',
            describe: 'Взять только мероприятия с этими номерами (как в показанном): 1.1,1.3',
          },
          school: {
            type: 'string',
            describe: 'Это план школы (имя с листа «Школы»): он идёт на лист «Планы школ»',
          },
          yes: {
            type: 'boolean',
            default: false,
            describe: 'Дописать мероприятия в «Регламент» или «Планы школ»',
          },
        }),
    ({ file, table, column, only, school, yes, ...options }) =>
      inWorkplace(options, async ({ folder, runtime }) => {
        const { plan, foreign } = await importTables(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          name: file,
          tables: await readPlanFile(file),
          ...(table !== undefined && { table }),
          ...(column && { columns: parseColumnChoices(column) }),
          ...(school !== undefined && { school }),
          ...(only !== undefined && { only: splitChoices(only) }),
          isConfirmed: yes,
        });
        return { json: toJson(plan, foreign, yes), text: describe(plan, foreign, yes) };
      }),
  );
}

function toJson(
  { additions, known, repeated, notChosen, otherYears, school }: ImportPlan,
  foreign: ForeignPlan,
  isAppended: boolean,
) {
  const { items: _items, ...rest } = foreign;
  return {
    isAppended,
    ...(school !== undefined && { school }),
    items: additions.map(({ resolution, ...item }) => ({
      ...item,
      kind: resolution.kind,
      status: resolution.status,
      controlDate: resolution.controlDate,
      ambiguous: resolution.ambiguous,
      explanation: resolution.explanation,
    })),
    known,
    repeated,
    notChosen: notChosen.map(({ number, title }) => ({ number, title })),
    otherYears,
    ...rest,
  };
}

function describe(plan: ImportPlan, foreign: ForeignPlan, isAppended: boolean): string {
  const choice =
    foreign.tables.length > 1 ? ['Чтобы взять только одну из этих таблиц, укажите ключ --table.'] : [];
  const next = (into: string) => `Чтобы дописать ${into}, повторите команду с ключом --yes.`;
  return [...describeImport(plan, foreign), ...choice, describeEnd(plan, isAppended, next)].join('\n');
}
