import { createInterface } from 'node:readline/promises';
import { formatDate, yearOf } from '../../../../functions/domain/dates/dates.ts';
import {
  DEFAULT_DEADLINE_SETTINGS,
  resolveDeadline,
  type DeadlineResolution,
} from '../../../../functions/domain/deadlines/index.ts';
import { calendarYear, type Period } from '../../../../functions/domain/dates/period.ts';
import { createWorkingCalendar } from '../../../../functions/domain/working-calendar/index.ts';
import { todayIn } from '../../../../functions/use-cases/ports/today.ts';
import { TIME_ZONE } from '../../../runtime.ts';
import { parsePeriod, type Cli } from '../../options.ts';
import { runCommand } from '../../run-command.ts';

export function addExplain(cli: Cli): Cli {
  return cli.command(
    'explain [phrases..]',
    'Показать, как понят срок: «До сентября» → окно, контрольная дата, объяснение',
    (yargs) =>
      yargs
        .positional('phrases', {
          type: 'string',
          array: true,
          default: [],
          describe:
            'Сроки; без них читаются строки со стандартного ввода. Код выхода 1 — назван один срок, и он не понят',
        })
        .options({
          period: {
            type: 'string',
            describe: 'Период: 2021-01-01..2021-12-31 (без ключа — текущий календарный год)',
          },
        })
        .example('$0 explain "До сентября" --period 2021-01-01..2021-12-31', 'по 31.08.2021'),
    async (options) => {
      const period = options.period ? parsePeriod(options.period) : currentYear();
      await runCommand({ json: false }, async () => {
        const phrases = options.phrases.length > 0 ? options.phrases : await readLines();
        const resolutions = phrases.map((phrase) => resolve(phrase, period));
        const format = options.json ? formatJson : formatTable;
        const [only] = options.phrases.length === 1 ? resolutions : [];
        const text = resolutions.map(format).join('\n');
        return { json: null, text, exitCode: only && isUnread(only) ? 1 : 0 };
      });
    },
  );
}

function currentYear(): Period {
  return calendarYear(yearOf(todayIn({ clock: { now: () => new Date().toISOString() } }, TIME_ZONE)));
}

const CALENDAR = createWorkingCalendar();

function resolve(phrase: string, period: Period): DeadlineResolution {
  return resolveDeadline(phrase, {
    period,
    calendar: CALENDAR,
    acts: [],
    settings: DEFAULT_DEADLINE_SETTINGS,
  });
}

/** Nothing that could be due comes of it: not understood, or a day that does not exist. */
function isUnread({ status }: DeadlineResolution): boolean {
  return status === 'unknown' || status === 'impossible';
}

async function readLines(): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') lines.push(line);
  }
  return lines;
}

/** One object a line. */
function formatJson(resolution: DeadlineResolution): string {
  const { phrase, kind, windows, controlDate, ambiguous, readings, healed, explanation } = resolution;
  return JSON.stringify({ phrase, kind, windows, controlDate, ambiguous, readings, healed, explanation });
}

function formatTable(resolution: DeadlineResolution): string {
  const { phrase, controlDate, explanation, readings, healed, ambiguous, warnings } = resolution;
  const lines = [
    `Срок:              ${phrase}`,
    `Контрольная дата:  ${controlDate ? formatDate(controlDate) : 'нет'}`,
    `Как понят:         ${explanation}`,
    ...healed.map((each) => `Исправлено:        ${each}`),
    ...warnings.map((each) => `Внимание:          ${each}`),
    ...(ambiguous ? readings : []).map(
      (reading) =>
        `Можно понять:      ${reading.meaning}` +
        `${reading.controlDate ? ` — ${formatDate(reading.controlDate)}` : ''}${reading.isDefault ? ' (принято)' : ''}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
