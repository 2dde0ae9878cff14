import { formatDate, type CalendarDate } from '../../../domain/dates/dates.ts';
import { ReportStateRefusedError } from '../../stored/reports/errors.ts';

/** What a person says of a report: the paper was signed, or the report is taken back. */
export type StateWish =
  | { readonly state: 'signed'; readonly paperNumber: string; readonly paperDate: CalendarDate }
  | { readonly state: 'recalled'; readonly reason: string };

const MAX_NUMBER_LENGTH = 100;
const MAX_REASON_LENGTH = 1000;

/** The wish without stray blanks. Throws `ReportStateRefusedError` for what cannot be true. */
export function checkWish(
  wish: StateWish,
  {
    number,
    asOf,
    today,
  }: { readonly number: number; readonly asOf: CalendarDate; readonly today: CalendarDate },
): StateWish {
  const refuse = (problem: string) => new ReportStateRefusedError(number, problem);
  if (wish.state === 'recalled') {
    const reason = wish.reason.trim();
    if (reason === '') throw refuse('не сказано, почему он отозван. Напишите причину.');
    if (reason.length > MAX_REASON_LENGTH)
      throw refuse(`причина длиннее ${MAX_REASON_LENGTH} знаков. Сократите её.`);
    return { ...wish, reason };
  }
  const paperNumber = wish.paperNumber.trim();
  if (paperNumber === '')
    throw refuse('не назван номер подписанной бумаги. Впишите его, как на бумаге: 01-15/7.');
  if (paperNumber.length > MAX_NUMBER_LENGTH)
    throw refuse(`номер бумаги длиннее ${MAX_NUMBER_LENGTH} знаков. Проверьте его.`);
  if (wish.paperDate > today)
    throw refuse(`дата бумаги ${formatDate(wish.paperDate)} ещё не наступила. Проверьте её.`);
  if (wish.paperDate < asOf) {
    throw refuse(
      `бумага от ${formatDate(wish.paperDate)} не может содержать отчёта по состоянию на ${formatDate(asOf)}. ` +
        'Проверьте дату бумаги и номер отчёта.',
    );
  }
  return { ...wish, paperNumber };
}
