import { createInterface } from 'node:readline/promises';
import { ReportErrorsError } from '../../../../functions/use-cases/report/refuse-report.ts';

export interface Person {
  /** Absent: there is nobody at a terminal who could answer. */
  readonly ask?: (question: string) => Promise<string>;
  readonly tell: (text: string) => void;
}

/**
 * A number is spent for good: where figures may suffer from errors of the data, whoever sits at the terminal is asked
 * first. A script can answer nothing: its command is taken at its word, and the errors are told.
 * @param withErrors what the command itself says of it; then nobody is asked
 */
export async function makeKnowing<Made>(
  make: (withErrors: boolean) => Promise<Made>,
  withErrors: boolean | undefined,
  { ask, tell }: Person,
): Promise<Made> {
  if (withErrors !== undefined) return make(withErrors);
  try {
    return await make(false);
  } catch (error) {
    if (!(error instanceof ReportErrorsError)) throw error;
    if (!ask)
      tell(`${error.found}\nОтчёт сформирован с ними; с ключом --no-with-errors он не был бы сформирован.`);
    else if (!isYes(await ask(`${error.found}\nСформировать отчёт с этими ошибками? (да/НЕТ) `))) throw error;
    return make(true);
  }
}

const isYes = (answer: string): boolean => /^(?:д|да|y|yes)$/iu.test(answer.trim());

/** Who sits at this process's terminal, if anybody does. */
export function personHere(): Person {
  const tell = (text: string) => console.error(text);
  if (!process.stdin.isTTY || !process.stderr.isTTY) return { tell };
  return {
    tell,
    ask: async (question) => {
      // Not to the standard output: it may be read by a program.
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await lines.question(question);
      } finally {
        lines.close();
      }
    },
  };
}
