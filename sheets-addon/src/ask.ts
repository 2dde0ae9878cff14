import type { AnswerOf } from '../../functions/contract/answers.ts';
import { CommandError } from './calls/command-error.ts';
import { attempt, carryOut, runCommand } from './calls/run-command.ts';
import { EXPAND, PERIOD, REPORT, SYNC } from './commands.ts';
import {
  askAboutDeletions,
  askAboutExpansion,
  askYesNo,
  showDone,
  showMessage,
  showProgress,
  showReport,
} from './show.ts';

/** A number is spent for good: where figures may suffer from errors of the data, a person has to want it. */
export function reportAndAsk(): void {
  attempt(REPORT.path, () => {
    showProgress(REPORT.progress);
    const answer = makeReport();
    if (answer) showReport(answer);
    else showDone('Отчёт не сформирован.');
  });
}

function makeReport(): AnswerOf<'report'> | undefined {
  try {
    return carryOut(REPORT);
  } catch (thrown) {
    if (!(thrown instanceof CommandError && thrown.code === 'report_errors')) throw thrown;
    if (!askYesNo(`${thrown.message}\n\nСформировать с этими ошибками?`)) return undefined;
    showProgress(REPORT.progress);
    return carryOut(REPORT, { withErrors: true });
  }
}

export function syncAndAsk(): void {
  syncWith({});
}

/** A yes is for what its question named: where more has vanished meanwhile, that is a new question. */
function syncWith(request: { confirmDeletions?: string }): void {
  const show = (answer: AnswerOf<'sync'>) => {
    showMessage(answer);
    if (askAboutDeletions(answer)) syncWith({ confirmDeletions: answer.question });
  };
  runCommand(SYNC, show, () => request);
}

export function turnAndAsk(): void {
  runCommand(PERIOD, ({ message, next }) => {
    showDone('Прочитано.');
    if (!askYesNo(`${message}\n\nПерейти?`)) return;
    runCommand({ ...PERIOD, progress: 'Записываем период…' }, showMessage, () => ({ turnTo: next }));
  });
}

export function expandAndAsk(): void {
  runCommand(EXPAND, (plan) => {
    if (!askAboutExpansion(plan)) return;
    runCommand({ ...EXPAND, progress: 'Добавляем строки…' }, showMessage, () => ({ confirm: true }));
  });
}
