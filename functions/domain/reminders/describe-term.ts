import { formatDate } from '../dates/dates.ts';
import { maskPersonal } from '../text/personal-data.ts';
import { cutAt } from '../text/shorten.ts';
import { countOf, NOUNS, pluralForm, type NounForms } from '../text/russian.ts';
import type { Reminder } from './reminder.ts';

/** The rest stands in the row. */
const MAX_RETURNED = 300;

const WORKING_DAY: NounForms = ['рабочий день', 'рабочих дня', 'рабочих дней'];
const LEFT: NounForms = ['остался', 'осталось', 'осталось'];

/** What is wrong or due with the row, and what to do where that is not plain. */
export function describeTerm(reminder: Reminder): string {
  const { kind, returned = '' } = reminder;
  if (kind === 'unproved')
    return 'Отмечено «выполнено», а документа нет: внесите вид, номер и дату или ссылку.';
  const term = termOf(reminder);
  return kind === 'returned'
    ? `Возвращено: ${cutAt(maskPersonal(returned), MAX_RETURNED).replace(/[.\s]+$/u, '')}. ${term}`
    : term;
}

function termOf({ controlDate, lastDay, overdueDays, daysLeft, workingDaysLeft }: Reminder): string {
  const date = formatDate(controlDate);
  if (overdueDays > 0) return `Срок был ${date}, просрочено на ${countOf(overdueDays, NOUNS.day)}.`;
  if (daysLeft > 0) {
    const left = `${pluralForm(workingDaysLeft, LEFT)} ${countOf(workingDaysLeft, WORKING_DAY)}`;
    return `Срок ${date}, ${left}.`;
  }
  if (daysLeft === 0 && lastDay === controlDate) return `Срок сегодня, ${date}.`;
  return `Срок ${date} приходится на выходной: исполните не позже ${formatDate(lastDay)}.`;
}
