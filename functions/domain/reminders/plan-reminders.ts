import type { Assessed } from '../assessment/assessed.ts';
import { addDays, daysBetween, weekdayOf, type CalendarDate } from '../dates/dates.ts';
import { isDone } from '../assessment/states/state.ts';
import type { Person } from '../records/records.ts';
import { createWorkingCalendar } from '../working-calendar/index.ts';
import { createPeopleFinder } from './find-people.ts';
import {
  findOpen,
  findOverduePlanItems,
  remindOf,
  toReminder,
  type OpenObligation,
} from './find-reminders.ts';
import { isEscalated, type LadderContext } from './ladder.ts';
import type { PersonReminders, Reminder, WeekView } from './reminder.ts';

/**
 * Whom there is something to tell today, and what: for each address the steps that its rows stand on. Whether a step
 * was told already is not known here. Undefined on a
 * day off, when nobody is written to; nobody where letters are switched off.
 */
export function planReminders(assessed: Assessed): readonly PersonReminders[] | undefined {
  const { records, today } = assessed;
  const { mail } = records.settings;
  const calendar = createWorkingCalendar(records.dayOverrides);
  const people = records.people.filter(({ address }) => address !== null);
  if (!calendar.isWorkingDay(today)) return undefined;
  if (!mail.isOn || people.length === 0) return [];
  const context = { today, calendar, ladder: mail.ladder, after: mail.escalateAfter };
  const open = findOpen(assessed);
  const own = ownReminders(open, records.people, context);
  const escalated = open.flatMap((each) => escalate(each, context));
  const heads = people.filter(({ role }) => role === 'head');
  const week = heads.length > 0 ? weekOf(assessed, open, context) : undefined;
  const byAddress = Map.groupBy(people, ({ address }) => address ?? '');
  return [...byAddress]
    .map(([address, persons]) => remindersOf(address, persons, { own, escalated, week }))
    .filter(
      ({ own: those, escalated: late, week: view }) => those.length + late.length > 0 || view !== undefined,
    );
}

interface Told {
  readonly own: ReadonlyMap<Person, readonly Reminder[]>;
  readonly escalated: readonly Reminder[];
  readonly week: WeekView | undefined;
}

/** Two positions with one address are one person: nothing is told twice. */
function remindersOf(address: string, persons: readonly Person[], told: Told): PersonReminders {
  const heads = persons.filter(({ role }) => role === 'head');
  const isHeard = (person: Person) => (reminder: Reminder) => !person.muted.includes(reminder.measure);
  const own = persons.flatMap((person) => (told.own.get(person) ?? []).filter(isHeard(person)));
  const escalated = heads.flatMap((person) => told.escalated.filter(isHeard(person)));
  return {
    address,
    positions: persons.map(({ position }) => position),
    own: [...new Set(own)],
    escalated: [...new Set(escalated)],
    ...(heads.length > 0 && told.week && { week: told.week }),
  };
}

function ownReminders(
  open: readonly OpenObligation[],
  people: readonly Person[],
  context: LadderContext,
): ReadonlyMap<Person, readonly Reminder[]> {
  const finder = createPeopleFinder(people);
  const byPerson = new Map<Person, Reminder[]>();
  for (const each of open) {
    const reminder = remindOf(each, context);
    for (const person of reminder ? finder.find(reminder.responsible) : []) {
      const those = byPerson.get(person);
      if (those) those.push(reminder as Reminder);
      else byPerson.set(person, [reminder as Reminder]);
    }
  }
  return byPerson;
}

function escalate(
  open: OpenObligation,
  context: LadderContext & { readonly after: number },
): readonly Reminder[] {
  const { obligation, key } = open;
  if (obligation.state !== 'overdue' || !isEscalated(obligation.occurrence, context)) return [];
  return [toReminder(open, { ...context, keys: [`${key}/escalated`] })];
}

const SUNDAY = 7;
const MONTH = 30;

/** The head's view, one a week: from the first working day of the week on. Undefined where there is nothing to say. */
function weekOf(
  assessed: Assessed,
  open: readonly OpenObligation[],
  context: LadderContext,
): WeekView | undefined {
  const { obligations, today } = assessed;
  const view = (each: OpenObligation) => toReminder(each, { ...context, keys: [] });
  const overdue = open.filter(({ obligation }) => obligation.state === 'overdue').map(view);
  const ahead = open.filter(({ obligation }) => obligation.state !== 'overdue').map(view);
  const thisWeek = ahead.filter(({ remindDate }) => remindDate >= today && remindDate <= endOfWeek(today));
  const thisMonth = ahead.filter(
    ({ remindDate }) => remindDate >= today && daysBetween(today, remindDate) <= MONTH,
  );
  const due = obligations.filter(({ isDue }) => isDue);
  const figures = {
    due: due.length,
    done: due.filter(({ state }) => isDone(state)).length,
    overdue: overdue.length,
    thisWeek: thisWeek.length,
    thisMonth: thisMonth.length,
    waitingAct: obligations.filter(({ state }) => state === 'waiting_act').length,
  };
  const plans = findOverduePlanItems(assessed).map(view);
  if (figures.overdue + figures.thisMonth + figures.waitingAct + plans.length === 0) return undefined;
  return { key: `week ${addDays(today, 1 - weekdayOf(today))}`, overdue, thisWeek, plans, figures };
}

/** Sunday of the week that the day lies in. */
export function endOfWeek(day: CalendarDate): CalendarDate {
  return addDays(day, SUNDAY - weekdayOf(day));
}
