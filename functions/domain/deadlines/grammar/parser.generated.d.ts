import type { DeadlineRule } from '../rule/rule.ts';
import type { Keywords } from './keywords.ts';

export interface ParsedPhrase {
  /** Null where the grammar does not know the phrase. */
  readonly rule: DeadlineRule | null;
  /** Words beside the rule, in the writer's spelling. */
  readonly remarks: readonly string[];
  /** Words beside the rule that may set a deadline of their own. */
  readonly further: readonly string[];
}

/** Compiled from the .peggy files beside it; never throws, because the grammar reads every text. */
export function parse(text: string, options: { original: string; says: Keywords }): ParsedPhrase;

/** How many times a rule was tried at a place since the module was loaded: grows with the phrase, whatever it says. */
export function rulesRead(): number;
