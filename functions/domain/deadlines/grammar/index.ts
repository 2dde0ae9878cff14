import type { NormalisedPhrase } from '../phrase/normalise.ts';
import { keywordsOf } from './keywords.ts';
import { parse, type ParsedPhrase } from './parser.generated.js';

/** The rule of a normalised phrase, whole or not at all. */
export function parsePhrase({ text, original }: Pick<NormalisedPhrase, 'text' | 'original'>): ParsedPhrase {
  return parse(text, { original, says: keywordsOf(text) });
}
