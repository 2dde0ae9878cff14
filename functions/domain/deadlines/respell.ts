import type { NormalisedPhrase } from './normalise.ts';

export function respell(_phrase: NormalisedPhrase): NormalisedPhrase | undefined {
  return undefined;
}
