import type { NormalisedPhrase } from '../phrase/normalise.ts';
import { keywordsOf } from './keywords.ts';
import type { ParsedPhrase } from './build-text.ts';
import { parse } from './parser.generated.js';

/** The rule of a normalised phrase, whole or not at all. */
export function parsePhrase({ text, original }: Pick<NormalisedPhrase, 'text' | 'original'>): ParsedPhrase {
  return parse(text, { original, says: keywordsOf(text) });
}
