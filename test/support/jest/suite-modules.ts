import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What `@jest/globals` gives to a suite. */
export type Globals = Readonly<Record<string, unknown>>;

const TESTS = new URL('../../', import.meta.url).href;
const JEST_GLOBALS = 'shnor:jest-globals';
const SUITE = /\?suite=(?<number>\d+)$/u;

/** By the number of the suite; read when the suite is loaded. */
const globalsOf = new Map<string, Globals>();
let count = 0;

/** The module that stands for `@jest/globals` looks here: it shares no scope with this one. */
Reflect.set(globalThis, JEST_GLOBALS, globalsOf);

/**
 * Files of the test folder carry the number of their suite in their address, and so are loaded anew for each; what
 * they import of the product is loaded once a process.
 */
registerHooks({
  resolve(specifier, context, next) {
    const number = SUITE.exec(context.parentURL ?? '')?.groups?.['number'];
    if (number === undefined) return next(specifier, context);
    if (specifier === '@jest/globals') return { url: `${JEST_GLOBALS}?suite=${number}`, shortCircuit: true };
    const resolved = next(specifier, context);
    return resolved.url.startsWith(TESTS)
      ? { ...resolved, url: `${resolved.url}?suite=${number}` }
      : resolved;
  },
  load(url, context, next) {
    if (!url.startsWith(JEST_GLOBALS)) return next(url, context);
    const number = SUITE.exec(url)?.groups?.['number'] ?? '';
    const names = Object.keys(globalsOf.get(number) ?? {}).join(', ');
    const source = `export const { ${names} } = globalThis['${JEST_GLOBALS}'].get('${number}');`;
    return { format: 'module', source, shortCircuit: true };
  },
});

/** Loads a suite, with these for its `@jest/globals`. */
export async function importSuite(path: string, globals: Globals): Promise<void> {
  count += 1;
  globalsOf.set(String(count), globals);
  await import(`${pathToFileURL(path).href}?suite=${count}`);
}
