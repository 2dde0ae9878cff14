import type { NormalisedPhrase } from '../normalise.ts';
import type { DeadlineRule } from '../rule.ts';
import { keywordsOf } from './keywords.ts';
import { parse } from './parser.generated.js';

export interface ParsedPhrase {
  /** Null where the grammar does not know the phrase. */
  readonly rule: DeadlineRule | null;
  readonly remarks: readonly string[];
}

export function parsePhrase({ text, original }: Pick<NormalisedPhrase, 'text' | 'original'>): ParsedPhrase {
  return parse(text, { original, says: keywordsOf(text) });
}
