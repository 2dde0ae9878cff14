import { spawn } from 'node:child_process';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { formatCommand, type Command } from './plan/step.ts';

/** Runs a program and answers what it wrote to its standard output. Throws `ToolFailedError`, `ToolMissingError`. */
export type RunTool = (command: Command) => Promise<string>;

const MISSING: Readonly<Record<Command['program'], string>> = {
  gcloud:
    'Google Cloud CLI: https://cloud.google.com/sdk/docs/install — или работайте в Cloud Shell, где он есть',
  npx: 'Node.js с npm',
  npm: 'Node.js с npm',
  node: 'Node.js',
};

export class ToolMissingError extends UserFacingError {
  override readonly name = 'ToolMissingError';
  readonly code = 'tool_missing';

  constructor(program: Command['program'], options: ErrorOptions) {
    super(
      `Не найдена программа ${program}. Установите: ${MISSING[program]}. Затем повторите команду.`,
      options,
    );
  }
}

export class ToolFailedError extends UserFacingError {
  override readonly name = 'ToolFailedError';
  readonly code = 'tool_failed';

  /** What it wrote to its standard output before it failed. */
  readonly answer: string;

  constructor(command: Command, { error, answer }: { readonly error: string; readonly answer: string }) {
    const words = (error || answer).trim().split('\n').slice(-12).join('\n');
    super(
      `Не удалось: ${formatCommand(command)}\n${words}\nИсправьте и повторите ту же команду: она продолжит с этого места. ` +
        'Только что созданное Google разносит до минуты: бывает довольно подождать.',
    );
    this.answer = answer;
  }
}

/** What asks a person gets the terminal; of the others a failure's words are kept. */
export const runTool: RunTool = (command) =>
  new Promise((resolve, reject) => {
    const { program, args, cwd, env, isAsking } = command;
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: isAsking ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const heard = { out: '', error: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (heard.out += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (heard.error += text));
    child.on('error', (cause) => reject(new ToolMissingError(program, { cause })));
    child.on('close', (code) => {
      if (code === 0) resolve(heard.out);
      else reject(new ToolFailedError(command, { error: heard.error, answer: heard.out }));
    });
  });
