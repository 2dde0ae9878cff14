import * as z from 'zod';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { formatCommand, type Command, type Step } from './plan/step.ts';
import { saveMark, saveScript } from './state.ts';
import { ToolFailedError, type RunTool } from './tools.ts';

export interface Doing {
  readonly run: RunTool;
  readonly print: (line: string) => void;
  /** Where marks are kept. */
  readonly folder: string;
  /** Every command is shown and none is run. */
  readonly isDry: boolean;
}

class NotPushedError extends UserFacingError {
  override readonly name = 'NotPushedError';
  readonly code = 'not_pushed';

  constructor(pushed: readonly string[], wanted: readonly string[]) {
    super(
      `clasp отправил не те файлы: ${pushed.join(', ') || 'ни одного'}; нужны ${wanted.join(', ')}. ` +
        'Проверьте «rootDir» в файле .clasp.json рядом с ними и повторите команду.',
    );
  }
}

/** Shows each step before it does it. Throws what a step throws: the same call goes on from there. */
export async function carryOut(steps: readonly Step[], doing: Doing): Promise<void> {
  for (const [index, step] of steps.entries())
    await carryOutStep(step, `${index + 1}/${steps.length}`, doing);
}

async function carryOutStep(step: Step, place: string, doing: Doing): Promise<void> {
  const { commands, title, note, mark, name } = step;
  if (commands.length === 0) {
    doing.print(`${place} есть  ${title}`);
    return;
  }
  doing.print(`${place} ${doing.isDry ? 'будет' : 'делаю'} ${title}`);
  if (note) doing.print(`    ${note}`);
  const answers = new Map<string, string>();
  for (const planned of commands) {
    doing.print(`    ${formatCommand(planned)}`);
    if (doing.isDry) continue;
    const command = withAnswers(planned, answers);
    const answer = await runCommand(command, doing);
    checkPushed(command, answer);
    if (command.answersAs !== undefined) answers.set(command.answersAs, answer.trim());
  }
  if (mark && !doing.isDry) saveMark(doing.folder, name, mark);
}

function withAnswers(command: Command, answers: ReadonlyMap<string, string>): Command {
  const fill = (text: string, [word, answer]: readonly [string, string]) => text.replaceAll(word, answer);
  return { ...command, args: command.args.map((arg) => [...answers].reduce(fill, arg)) };
}

async function runCommand(command: Command, { run, folder }: Doing): Promise<string> {
  try {
    return await run(command);
  } catch (error) {
    if (command.isMakingScript && error instanceof ToolFailedError) saveScript(folder, error.answer);
    throw error;
  }
}

/** None: Google has these very files already. */
function checkPushed({ mustName }: Command, answer: string): void {
  if (!mustName) return;
  const pushed = parseList(answer);
  if (pushed?.length === 0) return;
  const isAll =
    pushed &&
    mustName.every((name) => pushed.includes(name)) &&
    pushed.every((name) => mustName.includes(name));
  if (!isAll) throw new NotPushedError(pushed ?? [answer.trim()], mustName);
}

function parseList(answer: string): readonly string[] | undefined {
  try {
    return z.array(z.string()).parse(JSON.parse(answer));
  } catch {
    // Words instead of a list («Skipping push.»): nothing was sent, and the caller says so with them.
    return undefined;
  }
}
