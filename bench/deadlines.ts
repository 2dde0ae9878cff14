import * as chrono from 'chrono-node/ru';
import {
  DEFAULT_DEADLINE_SETTINGS,
  resolveDeadline,
  type DeadlineContext,
} from '../functions/domain/deadlines/index.ts';
import { calendarYear } from '../functions/domain/dates/period.ts';
import { createWorkingCalendar } from '../functions/domain/working-calendar/index.ts';

/**
 * Phrases a second of processor time, reading and resolving, after warm-up: the median of some rounds, and the slowest
 * and fastest of them. Beside it chrono-node's Russian parser on those of the
 * phrases that it reads at all. Run: `node bench/deadlines.ts`.
 */
const PHRASES = [
  'Сентябрь',
  'до 17.09',
  'до 17 сентября 2021 г.',
  '3.10',
  '12.10-17.10',
  'с 12 по 17 октября',
  '7 декабря 2021 года',
  'октябрь – декабрь',
  'ноябрь, март',
  'До октября',
  'IV квартал',
  'II квартал 2021 г.',
  'I полугодие',
  'конец ноября',
  'В течение года',
  'в теч. уч.г.',
  'постоянно',
  'Ежегодно',
  'ежегодно до 15 октября',
  'октябрь ежегодно',
  'ежемесячно до 5 числа',
  'ежеквартально до 3 числа следующего месяца',
  '1 раз в каждое полугодие',
  'еженедельно',
  '2 раза в год (декабрь, май)',
  'не позднее 25 числа месяца, следующего за отчётным',
  'последняя пятница месяца',
  'в течение 10 дней со дня получения запроса',
  'за две недели до начала экзаменов',
  'на протяжении месяца',
  'по графику работы',
  'Согласно приказу министерства',
  'в утверждённые сроки',
  'по запросу школы',
  'по мере потребности',
  'не позднее 5 мая текущего года',
  'до 20 мая включительно',
  '3 июня',
  'в срок до 1 марта',
  'до конца мая',
];

const context: DeadlineContext = {
  period: calendarYear(2021),
  calendar: createWorkingCalendar(),
  acts: [],
  settings: DEFAULT_DEADLINE_SETTINGS,
};
const WARM_UP_MS = 1500;
const ROUNDS = 5;
const ROUND_MS = 1000;

function run(phrases: readonly string[], read: (phrase: string) => unknown, forMs: number): number {
  const started = process.threadCpuUsage();
  let done = 0;
  let spent = 0;
  while (spent < forMs) {
    for (const phrase of phrases) read(phrase);
    done += phrases.length;
    const { user, system } = process.threadCpuUsage(started);
    spent = (user + system) / 1000;
  }
  return Math.round((done * 1000) / spent);
}

function measure(name: string, phrases: readonly string[], read: (phrase: string) => unknown): void {
  run(phrases, read, WARM_UP_MS);
  const rounds = Array.from({ length: ROUNDS }, () => run(phrases, read, ROUND_MS)).toSorted((a, b) => a - b);
  const [median, slowest, fastest] = [rounds[ROUNDS >> 1], rounds[0], rounds.at(-1)].map((speed) =>
    (speed ?? 0).toLocaleString('ru-RU').padStart(7),
  );
  const range = `${slowest} – ${fastest}`;
  console.log(`${name.padEnd(44)} ${String(phrases.length).padStart(3)} phrases ${median} /s (${range})`);
}

const noon = new Date(2021, 0, 1, 12);
const readByChrono = PHRASES.filter((phrase) => chrono.parse(phrase, noon).length > 0);

measure('shnor, read and resolve', PHRASES, (phrase) => resolveDeadline(phrase, context));
measure('shnor, the phrases that chrono reads', readByChrono, (phrase) => resolveDeadline(phrase, context));
measure('chrono-node/ru, the phrases that it reads', readByChrono, (phrase) => chrono.parse(phrase, noon));
