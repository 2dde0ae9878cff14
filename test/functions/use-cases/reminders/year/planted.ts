import type { PlantedBug } from '../../../../simulation/planted/plant.ts';

const MAIL = 'functions/use-cases/reminders/plan-mail.ts';

/** Bugs of reminders that somebody could ship; `play` says which way of playing the year is to find it. */
export const YEAR_BUGS: readonly (PlantedBug & { readonly play: 'plans' | 'killed' })[] = [
  {
    name: 'no-dedup',
    mimics: 'promise 5: what was told is told again',
    play: 'plans',
    patches: [
      {
        file: 'functions/use-cases/reminders/plan-mailbox.ts',
        find: 'new Set(standing?.told)',
        replace: 'new Set<string>()',
      },
    ],
  },
  {
    name: 'mail-before-commit',
    mimics: 'promise 5: the letter leaves before the head says so',
    play: 'killed',
    patches: [
      {
        file: MAIL,
        find: '  const open = planned.filter(',
        replace: `  for (const { mailbox } of planned)
    for (const letter of mailbox.letters.filter(({ state }) => state === 'sending')) {
      const lines = (letter.digest?.sections ?? []).flatMap(({ title, lines }) => [
        title.toLocaleUpperCase('ru'),
        ...lines.map((line) => '• ' + line.title),
      ]);
      const rest = { subject: '', html: '', text: lines.join('\\n'), date: at, unsubscribeUrl: '' };
      await mail.send({ ...rest, messageId: letter.id + at, to: mailbox.address });
      Object.assign(letter, { state: 'sent' });
    }
  const open = planned.filter(`,
      },
    ],
  },
  {
    name: 'day-by-utc',
    mimics: 'a machine in UTC: until five in the morning it is yesterday',
    play: 'plans',
    patches: [
      {
        file: 'functions/use-cases/ports/today.ts',
        find: 'dateInZone(clock.now(), timeZone)',
        replace: "dateInZone(clock.now(), timeZone && 'UTC')",
      },
    ],
  },
  {
    name: 'ladder-off-by-one',
    mimics: 'a day counted that is not between',
    play: 'plans',
    patches: [
      {
        file: 'functions/domain/reminders/ladder.ts',
        find: '-days) <= today',
        replace: '-days - 1) <= today',
      },
    ],
  },
  {
    name: 'escalation-on-a-day-off',
    mimics: 'a schedule that knows no days off',
    play: 'plans',
    patches: [
      {
        file: 'functions/domain/reminders/plan-reminders.ts',
        find: 'if (!calendar.isWorkingDay(today)) return undefined;',
        replace: '',
      },
    ],
  },
  {
    name: 'escalation-a-day-late',
    mimics: 'after N days, and on the day after that',
    play: 'plans',
    patches: [
      { file: 'functions/domain/reminders/ladder.ts', find: 'after) <= today', replace: 'after) < today' },
    ],
  },
];
