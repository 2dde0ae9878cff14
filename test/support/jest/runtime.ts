import { createRequire, flushCompileCache } from 'node:module';
import '../property-seed.ts';
import { keepPure } from './only-pure.ts';
import { restoreEnvironment } from './process-state.ts';
import { importSuite, type Globals } from './suite-modules.ts';

if (process.env['SHNOR_TEST_PURE']) keepPure();

/** Of jest's runtime what this one adds to. */
interface Runtime {
  teardown(): void;
}

const requireHere = createRequire(import.meta.url);
const { default: JestRuntime } = requireHere('jest-runtime') as {
  readonly default: new (...args: unknown[]) => Runtime;
};

/**
 * Runs suites over Node's modules instead of a virtual machine a suite: all suites of a worker share the modules of
 * the product, loaded once and warm, and run them as the product is run. A suite has its own copy of the test
 * folder's modules and of jest's state, and finds the environment as the first one found it.
 */
export default class SuiteRuntime extends JestRuntime {
  private globals: Globals = {};
  private readonly env = { ...process.env };

  setGlobalsForRuntime(globals: object): void {
    this.globals = { ...globals };
  }

  unstable_shouldLoadAsEsm(): boolean {
    return true;
  }

  unstable_importModule(path: string): Promise<void> {
    return importSuite(path, this.globals);
  }

  /** Jest's own parts. Theirs is a state that a suite must not inherit. */
  requireInternalModule(path: string): unknown {
    delete requireHere.cache[path];
    return requireHere(path);
  }

  /** Jest kills a worker that is still writing down what it has compiled half a second after its end. */
  override teardown(): void {
    flushCompileCache();
    restoreEnvironment(this.env);
    forgetState();
    super.teardown();
  }
}

const STATE = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS']);

/** Jest keeps its state under symbols of the global object: the tests of one suite are none of the next one's. */
function forgetState(): void {
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (STATE.has(key.description ?? '')) Reflect.deleteProperty(globalThis, key);
}
