import { readPlanFile } from '../../../functions/adapters/files/read-plan-file.ts';
import { formatDate } from '../../../functions/domain/dates.ts';
import { countOf, NOUNS } from '../../../functions/domain/russian.ts';
import { NoPlanError } from '../../../functions/use-cases/file-errors.ts';
import { importPlan } from '../../../functions/use-cases/import-plan.ts';
import type { ImportedItem, ImportPlan } from '../../../functions/use-cases/plan-import.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync-workbook.ts';
import { readPlan, type ForeignPlan } from '../../../functions/workbook/read-plan.ts';
import type { Cli } from '../options.ts';
import { inWorkplace, workbookIdOf } from '../run-command.ts';

export function addImport(cli: Cli): Cli {
  return cli.command(
    'import <file>',
    'Прочитать чужой план (.xlsx, .csv, .docx): показать, как поняты сроки, и дописать мероприятия',
    (yargs) =>
      yargs
        .positional('file', { type: 'string', demandOption: true, describe: 'Файл с таблицей плана' })
        .options({
          yes: { type: 'boolean', default: false, describe: 'Дописать мероприятия в «Регламент»' },
        }),
    async ({ file, yes, ...options }) => {
      const plan = readPlan(await readPlanFile(file));
      if (!plan) throw new NoPlanError(file);
      await inWorkplace(options, async ({ folder, runtime }) => {
        const workbookId = workbookIdOf(folder);
        const { items } = plan;
        const request = { workbookId, by: runtime.operator, items, isConfirmed: yes };
        const imported = await importPlan(runtime.services, request);
        // The new rows get their ids, and «Регламент» shows how each deadline was read.
        if (yes) await syncWorkbook(runtime.services, { workbookId, by: runtime.operator });
        return { json: toJson(imported, plan, yes), text: describe(imported, plan, yes) };
      });
    },
  );
}

function toJson(
  { additions, known }: ImportPlan,
  { headings, passedOver }: ForeignPlan,
  isAppended: boolean,
) {
  return {
    isAppended,
    items: additions.map(({ resolution, ...item }) => ({
      ...item,
      kind: resolution.kind,
      status: resolution.status,
      controlDate: resolution.controlDate,
      ambiguous: resolution.ambiguous,
      explanation: resolution.explanation,
    })),
    known,
    headings,
    passedOver,
  };
}

function describe(
  { additions, known }: ImportPlan,
  { headings, passedOver }: ForeignPlan,
  isAppended: boolean,
): string {
  const count = countOf(additions.length, NOUNS.measure);
  return [
    ...additions.map(describeItem),
    ...(known.length > 0 ? [`Уже есть в «Регламенте»: ${known.length}.`] : []),
    ...headings.map((heading) => `Принято за заголовок раздела: ${heading}`),
    ...passedOver.map((row) => `Не похоже на мероприятие, пропущено: ${row}`),
    additions.length === 0
      ? 'Нового нет: дописывать нечего.'
      : isAppended
        ? `Дописано в «Регламент»: ${count}, охват «муниципалитет» — при необходимости поправьте.`
        : `Найдено: ${count}. Чтобы дописать их в «Регламент», повторите команду с ключом --yes.`,
  ].join('\n');
}

function describeItem({ number, title, deadlinePhrase, resolution }: ImportedItem): string {
  const { controlDate, explanation, ambiguous } = resolution;
  const date = controlDate ? `контрольная дата ${formatDate(controlDate)}` : 'даты нет';
  return [
    `${number}. ${title}`,
    `   срок: ${deadlinePhrase || 'не указан'} — ${date}${ambiguous ? ', можно понять по-разному' : ''}`,
    `   ${explanation}`,
  ].join('\n');
}
