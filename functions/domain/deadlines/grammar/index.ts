import type { NormalisedPhrase } from '../normalise.ts';
import type { DeadlineRule } from '../rule.ts';
import { parse } from './parser.generated.ts';

export interface ParsedPhrase {
  /** Null where the grammar does not know the phrase. */
  readonly rule: DeadlineRule | null;
  readonly remarks: readonly string[];
}

type Parser = (text: string, options: { original: string }) => ParsedPhrase;

export function parsePhrase({ text, original }: Pick<NormalisedPhrase, 'text' | 'original'>): ParsedPhrase {
  return (parse as Parser)(text, { original });
}
