import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What `@jest/globals` gives to a suite. */
export type Globals = Readonly<Record<string, unknown>>;

const TESTS = new URL('../../', import.meta.url).href;
const JEST_GLOBALS = 'shnor:jest-globals';
const SUITE = /\?suite=(?<name>[^?]+)$/u;

/** By the name of the suite; read when the suite is loaded. */
const globalsOf = new Map<string, Globals>();

/** The module that stands for `@jest/globals` looks here: it shares no scope with this one. */
Reflect.set(globalThis, JEST_GLOBALS, globalsOf);

/**
 * Files of the test folder carry the name of their suite in their address, and so are loaded anew for each, in every
 * run under the address that Node's cache knows; what they import of the product is loaded once a process.
 */
registerHooks({
  resolve(specifier, context, next) {
    const name = SUITE.exec(context.parentURL ?? '')?.groups?.['name'];
    if (name === undefined) return next(specifier, context);
    if (specifier === '@jest/globals') return { url: `${JEST_GLOBALS}?suite=${name}`, shortCircuit: true };
    const resolved = next(specifier, context);
    return resolved.url.startsWith(TESTS) ? { ...resolved, url: `${resolved.url}?suite=${name}` } : resolved;
  },
  load(url, context, next) {
    if (!url.startsWith(JEST_GLOBALS)) return next(url, context);
    const suite = SUITE.exec(url)?.groups?.['name'] ?? '';
    const names = Object.keys(globalsOf.get(suite) ?? {}).join(', ');
    const source = `export const { ${names} } = globalThis['${JEST_GLOBALS}'].get('${suite}');`;
    return { format: 'module', source, shortCircuit: true };
  },
});

/** Loads a suite, with these for its `@jest/globals`. */
export async function importSuite(path: string, globals: Globals): Promise<void> {
  const { href } = pathToFileURL(path);
  const name = nameAnew(href.slice(TESTS.length));
  globalsOf.set(name, globals);
  await import(`${href}?suite=${name}`);
}

/** One that has been loaded in this process before, as jest does when it watches, is loaded under another name. */
function nameAnew(path: string): string {
  return globalsOf.has(path) ? `${path}*${globalsOf.size}` : path;
}
