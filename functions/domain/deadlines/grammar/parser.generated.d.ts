import type { ParsedPhrase } from './build-text.ts';
import type { Keywords } from './keywords.ts';

/** Compiled from the .peggy files beside it; never throws, because the grammar reads every text. */
export function parse(text: string, options: { original: string; says: Keywords }): ParsedPhrase;

/** How many times a rule was tried at a place since the module was loaded: grows with the phrase, whatever it says. */
export function rulesRead(): number;
