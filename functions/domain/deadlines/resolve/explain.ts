import { formatDate, formatDateWithWeekday } from '../../dates/dates.ts';
import { formatCalendarGap } from '../calendar-gap.ts';
import type { DeadlineReading, DeadlineResolution } from '../types.ts';
import { countOf } from '../../text/russian.ts';
import { formatWindow } from './names.ts';
import type { Outcome } from './outcome.ts';

/** More dates than this are counted, not listed. */
const MOST_LISTED = 6;

/** Russian: how the phrase was read and what follows, for the cell beside it. */
export function explain(
  resolution: Omit<DeadlineResolution, 'explanation'>,
  { remarks }: DeadlineReading,
  { reason, note }: Outcome,
): string {
  const name = `«${resolution.phrase.trim().slice(0, 200)}» → `;
  const parts = [resolution.status === 'dated' ? name + dates(resolution) : name + lowerFirst(reason ?? '')];
  if (note !== undefined) parts.push(note);
  if (remarks.length > 0) parts.push(`Уточнение без даты: ${remarks.join('; ')}.`);
  if (resolution.readings.some(({ isDefault }) => !isDefault)) parts.push(otherReadings(resolution));
  parts.push(...resolution.warnings, ...resolution.calendarGaps.map(formatCalendarGap), ...resolution.healed);
  return parts.join(' ');
}

/** The same for whoever reads a report: the phrase and the dates alone, nothing that staff have to do about it. */
export function explainDates(resolution: Omit<DeadlineResolution, 'explanation'>): string {
  return `«${resolution.phrase.trim().slice(0, 200)}» → ${dates(resolution)}`;
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function dates({ occurrences, controlDate }: Omit<DeadlineResolution, 'explanation'>): string {
  const [first] = occurrences;
  if (!first || controlDate === null) return 'в этом периоде сроков нет.';
  if (occurrences.length > 1) return several(occurrences);
  const control = `контрольная дата ${formatDateWithWeekday(controlDate)}`;
  const moved =
    first.remindDate === first.overdueAfter
      ? ''
      : `; день нерабочий: напоминание ${formatDate(first.remindDate)}, просрочка после ${formatDate(first.overdueAfter)}`;
  return `${formatWindow(first.window)}, ${control}${moved}.`;
}

function several(occurrences: DeadlineResolution['occurrences']): string {
  const count = countOf(occurrences.length, ['срок', 'срока', 'сроков']);
  const last = occurrences.length - 1;
  const all = last < MOST_LISTED;
  const shown = all ? occurrences : occurrences.slice(0, 2).concat(occurrences.slice(last));
  const ends = shown.map(({ controlDate }) => formatDate(controlDate));
  const listed = all ? ends.join(', ') : `${ends[0]}, ${ends[1]}, …, ${ends[2]}`;
  return `${count}: ${listed}.`;
}

function otherReadings({ readings }: Omit<DeadlineResolution, 'explanation'>): string {
  const others = readings
    .filter(({ isDefault }) => !isDefault)
    .map(
      ({ meaning, controlDate }) =>
        `${meaning}${controlDate ? ` (контрольная дата ${formatDate(controlDate)})` : ''}`,
    );
  const how = others.length === readings.length ? 'Понята только часть' : 'Можно прочитать иначе';
  return `${how}: ${others.join('; ')}.`;
}
