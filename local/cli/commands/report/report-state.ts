import { changeReportState } from '../../../../functions/use-cases/report/state/change-report-state.ts';
import type { StateWish } from '../../../../functions/use-cases/report/state/state-wish.ts';
import { BadArgumentError } from '../../../local-errors.ts';
import { parseCount, parseDayOption, TODAY_OPTION, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

interface WishOptions {
  readonly signed: boolean;
  readonly paperNumber?: string | undefined;
  readonly paperDate?: string | undefined;
  readonly recalled: boolean;
  readonly reason?: string | undefined;
}

export function addReportState(cli: Cli): Cli {
  return cli.command(
    'report-state',
    'Отметить, что отчёт подписан или отозван; без ключей — показать его состояние',
    (yargs) =>
      yargs
        .options({
          ...TODAY_OPTION,
          number: { type: 'number', demandOption: true, describe: 'Номер отчёта' },
          signed: { type: 'boolean', default: false, describe: 'Бумага подписана' },
          'paper-number': { type: 'string', describe: 'Номер подписанной бумаги' },
          'paper-date': { type: 'string', describe: 'Дата подписанной бумаги: 2026-11-25 или 25.11.2026' },
          recalled: { type: 'boolean', default: false, describe: 'Отчёт отозван' },
          reason: { type: 'string', describe: 'Почему отозван' },
        })
        .example('$0 report-state --number 3 --signed --paper-number 01-15/7 --paper-date 25.11.2026', ''),
    async (options) => {
      const wish = parseWish(options);
      const today = parseDayOption(options.today);
      await inWorkplace(options, async ({ folder, runtime }) => {
        const outcome = await changeReportState(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          number: parseCount(options.number),
          ...(today && { today }),
          ...(wish && { wish }),
        });
        return { json: outcome, text: outcome.message };
      });
    },
  );
}

/** Throws `BadArgumentError` where the keys do not fit one another. */
function parseWish({ signed, paperNumber, paperDate, recalled, reason }: WishOptions): StateWish | undefined {
  if (signed && recalled) {
    throw new BadArgumentError(
      'Названо и «подписан», и «отозван». Оставьте один ключ: --signed или --recalled.',
    );
  }
  if (signed) {
    const date = parseDayOption(paperDate);
    if (paperNumber === undefined || !date) {
      throw new BadArgumentError(
        'К --signed назовите номер и дату бумаги: --paper-number 01-15/7 --paper-date 25.11.2026.',
      );
    }
    return { state: 'signed', paperNumber, paperDate: date };
  }
  if (recalled) {
    if (reason === undefined) throw new BadArgumentError('К --recalled назовите причину: --reason "…".');
    return { state: 'recalled', reason };
  }
  if (paperNumber ?? paperDate ?? reason) {
    throw new BadArgumentError('Номер, дата и причина нужны к ключу --signed или --recalled. Добавьте его.');
  }
  return undefined;
}
