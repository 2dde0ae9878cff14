import type { ParsedPhrase } from './index.ts';

/** Compiled from the .peggy files beside it; never throws, because the grammar reads every text. */
export function parse(text: string, options: { original: string }): ParsedPhrase;
