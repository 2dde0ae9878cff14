import type { AnswerOf } from '../../functions/contract/answers.ts';
import { runCommand } from './calls/run-command.ts';
import { EXPAND, SYNC } from './commands.ts';
import { askAboutDeletions, askAboutExpansion, showMessage } from './show.ts';

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

export function expandAndAsk(): void {
  runCommand(EXPAND, (plan) => {
    if (!askAboutExpansion(plan)) return;
    runCommand({ ...EXPAND, progress: 'Добавляем строки…' }, showMessage, () => ({ confirm: true }));
  });
}
