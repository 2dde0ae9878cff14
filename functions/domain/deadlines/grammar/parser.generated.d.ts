import type { ParsedPhrase } from './index.ts';
import type { Keywords } from './keywords.ts';

/** Compiled from the .peggy files beside it; never throws, because the grammar reads every text. */
export function parse(text: string, options: { original: string; says: Keywords }): ParsedPhrase;
