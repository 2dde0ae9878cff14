import { fileURLToPath } from 'node:url';

/**
 * What modules remember of earlier answers (`const known = new Map()` at their top) would answer for a mutant that was
 * not there yet. So each such memory is one that can be emptied: before every test.
 */
const memories: Map<unknown, unknown>[] = [];

const MEMORY = /^((?:export )?const \w+(?:: [^=\n]+)? = )new (?:Weak)?Map(?:<[^\n]*>)?\(\);/gmu;

(globalThis as { makeMemory?: () => unknown }).makeMemory = () => {
  const memory = new Map();
  memories.push(memory);
  return memory;
};

/** The source with memories that can be emptied; what is no source of ours stays as it is. */
export function withMemories(url: string, source: string): string {
  if (!url.startsWith('file:') || fileURLToPath(url).includes('node_modules')) return source;
  return source.replaceAll(MEMORY, '$1globalThis.makeMemory();');
}

export function forget(): void {
  for (const memory of memories) memory.clear();
}
