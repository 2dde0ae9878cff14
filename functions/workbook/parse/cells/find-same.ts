import { comparableName } from '../../../domain/text/same-name.ts';

/** The option that is the same name to people. */
export function findSame(shown: string, options: readonly string[]): string | undefined {
  return comparedNames(options).get(comparableName(shown));
}

/** Made once a list: tens of thousands of cells look for their school in the same list of thousands. */
const namesOfLists = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

function comparedNames(options: readonly string[]): ReadonlyMap<string, string> {
  const known = namesOfLists.get(options);
  if (known) return known;
  // Of two that are the same to people the first counts.
  const names = new Map(options.toReversed().map((option) => [comparableName(option), option]));
  namesOfLists.set(options, names);
  return names;
}
