import { readPlanFile } from '../../../functions/adapters/files/read-plan-file.ts';
import { formatDate } from '../../../functions/domain/dates.ts';
import { countOf, NOUNS } from '../../../functions/domain/russian.ts';
import { NoPlanError, PlanTableUnknownError } from '../../../functions/use-cases/file-errors.ts';
import { importPlan } from '../../../functions/use-cases/import-plan.ts';
import type { ImportedItem, ImportPlan } from '../../../functions/use-cases/plan-import.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync-workbook.ts';
import { normaliseHeader } from '../../../functions/workbook/bind-columns.ts';
import type { ForeignTable } from '../../../functions/workbook/layout.ts';
import { readPlan, type ForeignPlan, type PlanItem } from '../../../functions/workbook/read-plan.ts';
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
          table: {
            type: 'string',
            describe: 'Только этот лист (по имени) или таблица документа (по номеру)',
          },
          yes: { type: 'boolean', default: false, describe: 'Дописать мероприятия в «Регламент»' },
        }),
    ({ file, table, yes, ...options }) =>
      inWorkplace(options, async ({ folder, runtime }) => {
        const plan = readPlan(chooseTable(await readPlanFile(file), table));
        if (!plan) throw new NoPlanError(file);
        const workbookId = workbookIdOf(folder);
        const { items } = plan;
        const request = { workbookId, by: runtime.operator, items, isConfirmed: yes };
        const imported = await importPlan(runtime.services, request);
        // The new rows get their ids, and «Регламент» shows how each deadline was read.
        if (yes) await syncWorkbook(runtime.services, { workbookId, by: runtime.operator });
        return { json: toJson(imported, plan, yes), text: describe(imported, plan, yes) };
      }),
  );
}

/** All tables, or the one that the person named. Throws `PlanTableUnknownError`. */
function chooseTable(tables: readonly ForeignTable[], wanted: string | undefined): readonly ForeignTable[] {
  if (wanted === undefined) return tables;
  const chosen = tables.filter(({ name }) => normaliseHeader(name) === normaliseHeader(wanted));
  if (chosen.length > 0) return chosen;
  throw new PlanTableUnknownError(
    wanted,
    tables.map(({ name }) => name),
  );
}

function toJson({ additions, known, repeated }: ImportPlan, plan: ForeignPlan, isAppended: boolean) {
  const { items: _items, ...rest } = plan;
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
    repeated,
    ...rest,
  };
}

function describe(
  { additions, known, repeated }: ImportPlan,
  plan: ForeignPlan,
  isAppended: boolean,
): string {
  const count = countOf(additions.length, NOUNS.measure);
  return [
    ...additions.map(describeItem),
    ...describeTables(plan),
    ...list('Уже есть в «Регламенте», не дописывается', known.map(nameItem)),
    ...list('Повторяется в файле, берётся один раз', repeated.map(nameItem)),
    ...list('Принято за заголовок раздела', plan.headings),
    ...list('Не похоже на мероприятие, пропущено', plan.passedOver),
    ...list('Внимание', plan.remarks),
    ...list('Не прочитано', plan.problems),
    additions.length === 0
      ? 'Нового нет: дописывать нечего.'
      : isAppended
        ? `Дописано в «Регламент»: ${count}, охват «муниципалитет» — при необходимости поправьте.`
        : `Найдено: ${count}. Чтобы дописать в «Регламент», повторите команду с ключом --yes.`,
  ].join('\n');
}

/** Nothing to say of a file with one table. */
function describeTables({ tables }: ForeignPlan): readonly string[] {
  if (tables.every(({ title }) => title === '')) return [];
  const choice = tables.length > 1 ? ['Чтобы взять только одну из этих таблиц, укажите ключ --table.'] : [];
  return [
    ...list(
      'План взят отсюда',
      tables.map(({ title, items }) => `${title} — ${countOf(items, NOUNS.measure)}`),
    ),
    ...choice,
  ];
}

const LISTED = 10;

/** `Заголовок (12):` and the first of them, a line each. */
function list(caption: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LISTED;
  return [
    `${caption} (${lines.length}):`,
    ...lines.slice(0, LISTED).map((line) => `   ${line}`),
    ...(more > 0 ? [`   и ещё ${more}`] : []),
  ];
}

function nameItem({ number, title, deadlinePhrase, section }: PlanItem): string {
  const place = section === '' ? '' : ` (${section})`;
  return `${number === '' ? '' : `${number}. `}${title} — ${deadlinePhrase || 'срок не указан'}${place}`;
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
