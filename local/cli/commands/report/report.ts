import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatDate } from '../../../../functions/domain/dates/dates.ts';
import { REPORT_FORMS } from '../../../../functions/domain/report/report-document.ts';
import type { ReportRequest } from '../../../../functions/use-cases/report/report-recipe.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { addForm, findForm } from '../../../../functions/use-cases/report/own-form/own-forms.ts';
import { readMemberHead } from '../../../../functions/use-cases/stored/access/membership.ts';
import { statementsOf } from '../../../../functions/use-cases/report/report-outcome.ts';
import { readProvedReport } from '../../../../functions/use-cases/report/kept/prove-report.ts';
import { FORM_TITLES } from '../../../../functions/workbook/server-sheets/server-sheets.ts';
import { parseReportName, writeReportFile } from '../../../report-file.ts';
import { todayIn } from '../../../../functions/use-cases/ports/today.ts';
import { TIME_ZONE } from '../../../runtime.ts';
import { parseCount, parseDayOption, TODAY_OPTION, type Cli } from '../../options.ts';
import { parseAnnexOption, parseSpanOptions, SPAN_OPTIONS } from '../../report-options.ts';
import { ANNEX_TITLES } from '../../../../functions/workbook/worksheets/report-choices.ts';
import { makeKnowing, personHere } from './known-errors.ts';
import { inWorkplace, workbookIdOf, type CommandResult, type Workplace } from '../../run-command.ts';

const FORMS = REPORT_FORMS.filter((form) => form !== 'region' && form !== 'own');

export function addReport(cli: Cli): Cli {
  return cli.command(
    'report',
    'Сформировать отчёт: новый лист в книге и, если нужно, файл',
    (yargs) =>
      yargs
        .options({
          ...TODAY_OPTION,
          form: {
            choices: FORMS,
            default: 'full' as const,
            describe: `Вид: ${FORMS.map((form) => `${form} — ${FORM_TITLES[form].toLocaleLowerCase('ru')}`).join(', ')}`,
          },
          template: {
            type: 'string',
            describe:
              'Своя форма: файл .docx или .xlsx либо имя формы из «npm run -s shnor -- forms»; вместо --form',
          },
          'as-of': { type: 'string', describe: 'По состоянию на этот день; без ключа — на сегодня' },
          ...SPAN_OPTIONS,
          school: { type: 'string', describe: 'Школа, для карточки: как на листе «Школы»' },
          annexes: {
            type: 'string',
            describe: `Приложения через точку с запятой: ${Object.values(ANNEX_TITLES).join('; ')}; без ключа — как в «Настройках»`,
          },
          'with-errors': {
            type: 'boolean',
            describe:
              'Не спрашивать, если в данных ошибки, от которых могут быть неверны числа: сформировать и с ними; ' +
              '--no-with-errors — не формировать',
          },
          draft: {
            type: 'boolean',
            default: false,
            describe: 'Черновик: без номера, на лист «Черновик отчёта»',
          },
          out: { type: 'string', describe: 'Записать отчёт и в файл .xlsx, .docx или .json' },
          number: {
            type: 'number',
            describe: 'Не формировать новый, а показать прежний отчёт с этим номером',
          },
        })
        .example('$0 report --form overdue --out Просроченное.docx', 'список просроченного для начальника'),
    async (options) => {
      const out = options.out === undefined ? undefined : parseReportName(options.out);
      const { number, form, school, draft } = options;
      const today = parseDayOption(options.today);
      const asOf = parseDayOption(options.asOf);
      await inWorkplace(options, async (workplace) => {
        if (number !== undefined) return showStored(workplace, { number: parseCount(number), out });
        const day = asOf ?? today ?? todayIn(workplace.runtime.services, TIME_ZONE);
        const span = parseSpanOptions(options, day);
        const annexes = parseAnnexOption(options.annexes);
        const asked = {
          ...(await formOf(workplace, { form, template: options.template })),
          isDraft: draft,
          ...(annexes && { annexes }),
          ...(today && { today }),
          ...(asOf && { asOf }),
        };
        const wanted = { ...asked, ...(span && { span }), ...(school !== undefined && { school }) };
        const onProgress = options.json ? undefined : tellSteps(out === undefined ? 3 : 4);
        const make = (withErrors: boolean) =>
          publish(workplace, { ...wanted, withErrors, ...(onProgress && { onProgress }) }, out);
        return makeKnowing(make, options.withErrors, personHere());
      });
    },
  );
}

/** A file is kept under its name first: the report has to be made again from it at any later time. */
async function formOf(
  { folder, runtime }: Workplace,
  { form, template }: { readonly form: (typeof FORMS)[number]; readonly template: string | undefined },
) {
  if (template === undefined) return { form };
  const request = { workbookId: workbookIdOf(folder), by: runtime.operator };
  const ownForm = existsSync(template)
    ? await addForm(runtime.services, {
        ...request,
        name: basename(template),
        bytes: await readFile(template),
      })
    : await findForm(runtime.services, { ...request, name: template });
  return { form: 'own' as const, ownForm };
}

/** What is done now, with how much of the steps is behind. */
function tellSteps(steps: number): (step: string) => void {
  let done = 0;
  return (step) => console.error(`• ${Math.round((100 * done++) / steps)} % ${step}`);
}

async function publish(
  { folder, runtime }: Workplace,
  wanted: Omit<ReportRequest, 'workbookId' | 'by'>,
  out: string | undefined,
): Promise<CommandResult> {
  const workbookId = workbookIdOf(folder);
  const request = { workbookId, by: runtime.operator, ...wanted };
  const { document, ...outcome } = await publishReport(runtime.services, request);
  if (out !== undefined) {
    wanted.onProgress?.('Записываем файл…');
    await writeReportFile(
      out,
      { document, proof: outcome.proof },
      { services: runtime.services, workbookId },
    );
  }
  const link = runtime.linkToTab(workbookId, outcome.sheetId);
  const places = [`Лист: «${outcome.sheetTitle}»${link ? `, ${link}` : ''}`, ...fileLines(out)];
  return { json: { ...outcome, link, file: out ?? null }, text: [outcome.message, ...places].join('\n') };
}

/** A stored report again, at any later time, once its hash has proved it unaltered. */
async function showStored(
  { folder, runtime }: Workplace,
  { number, out }: { readonly number: number; readonly out: string | undefined },
): Promise<CommandResult> {
  const workbookId = workbookIdOf(folder);
  const { services, operator } = runtime;
  const { head: known } = await readMemberHead(services, { workbookId, by: operator }, 'reports.look');
  const report = await readProvedReport(services.store, { workbookId, head: known, number });
  if (out !== undefined) await writeReportFile(out, report, { services, workbookId });
  const { document, ...kept } = report;
  const head =
    `«${FORM_TITLES[document.form]}» № ${number} по состоянию на ${formatDate(document.asOf)}, ` +
    `контрольная сумма ${kept.proof.documentHash} сходится.`;
  return {
    json: { number, form: document.form, asOf: document.asOf, ...kept, file: out ?? null },
    text: [head, ...statementsOf(document), ...fileLines(out)].join('\n'),
  };
}

function fileLines(out: string | undefined): readonly string[] {
  return out === undefined ? [] : [`Файл: ${out}`];
}
