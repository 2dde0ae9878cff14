import { spawn, type ChildProcess } from 'node:child_process';

export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramSurroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs a script of `local/` as a person would from the command line, in a process of its own. */
export function runProcess(
  script: string,
  args: readonly string[],
  { env = {}, input = '' }: ProgramSurroundings = {},
): Promise<ProgramResult> {
  const child = spawnProgram(script, args, env);
  child.stdin?.end(input);
  return collect(child);
}

/** The same, still running: for programs that serve. */
export function spawnProgram(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): Promise<ProgramResult> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}
