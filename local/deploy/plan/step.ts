/** One call of a program, as a person would type it. */
export interface Command {
  readonly program: 'gcloud' | 'npx' | 'npm' | 'node';
  readonly args: readonly string[];
  /** Absent: the project's folder. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A person answers it in the terminal or a browser. */
  readonly isAsking?: boolean;
  /** Its words name the script, which is to be remembered however the call ends. */
  readonly isMakingScript?: boolean;
  /** What it answers stands for this word in the commands after it. */
  readonly answersAs?: string;
  /** The files that the answer, a JSON list, must name: clasp ends well, too, where it sent something else. */
  readonly mustName?: readonly string[];
}

/** A value: what is done, and what was done already. */
export interface Step {
  /** English, stable: the mark stands under it. */
  readonly name: string;
  /** Russian. */
  readonly title: string;
  /** None: it stands already. */
  readonly commands: readonly Command[];
  /** Kept after the step: with the same one it need not be done again. */
  readonly mark?: string;
  /** Russian, for people: told before the step. */
  readonly note?: string;
}

export function gcloud(...args: readonly string[]): Command {
  return { program: 'gcloud', args };
}

/** A line for a terminal. */
export function formatCommand({ program, args, cwd, env = {} }: Command): string {
  const words = [program, ...args].map((word) =>
    /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const line = [...variables, ...words].join(' ');
  return cwd ? `(cd '${cwd}' && ${line})` : line;
}
