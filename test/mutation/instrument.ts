import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** One small mistake that a person could make, switched on by its id while the tests run. */
export interface Mutant {
  readonly id: string;
  /** Absolute path of the source. */
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number } };
  /** Set where the instrumenter itself leaves the mutant out. */
  readonly status?: string | undefined;
}

export interface Instrumented {
  /** Absolute path → TypeScript with all its mutants in it, none of them active. */
  readonly sources: ReadonlyMap<string, string>;
  readonly mutants: readonly Mutant[];
}

/** Wordings are no logic: tests compare them where they matter, and a table of titles is no mistake in waiting. */
const EXCLUDED = ['StringLiteral'];

/** Puts every mutant that StrykerJS knows into the files, each behind a switch. */
export async function instrument(paths: readonly string[]): Promise<Instrumented> {
  const silent = () => {};
  const logger = {
    isTraceEnabled: () => false,
    isDebugEnabled: () => false,
    isInfoEnabled: () => false,
    isWarnEnabled: () => true,
    isErrorEnabled: () => true,
    isFatalEnabled: () => true,
    trace: silent,
    debug: silent,
    info: silent,
    warn: console.warn,
    error: console.error,
    fatal: console.error,
  };
  const files = paths.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { plugins: null, excludedMutations: EXCLUDED, ignorers: [] };
  const { files: made, mutants } = await new Instrumenter(logger).instrument(files, options);
  return {
    sources: new Map(made.map(({ name, content }) => [name, content])),
    mutants: mutants.filter(({ status }) => status === undefined),
  };
}
