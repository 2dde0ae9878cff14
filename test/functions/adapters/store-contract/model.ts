import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StoreConflictError } from '../../../../functions/use-cases/ports/errors.ts';
import type { Json, JsonObject, Store, StoreWrite } from '../../../../functions/use-cases/ports/store.ts';
import type { World } from './world.ts';

const PATHS = ['rows/a', 'rows/aa', 'rows/Я', 'rows/📅', 'rows/a/cells/x', 'history/a'] as const;
const COLLECTIONS = ['rows', 'rows/a/cells', 'history'] as const;

/** `stale`: a version that the document once had. */
type Condition = 'none' | 'absent' | 'current' | 'stale';
interface Step {
  readonly path: (typeof PATHS)[number];
  readonly condition: Condition;
  /** Absent: a deletion. */
  readonly data: JsonObject | undefined;
}

const FINITE = { noNaN: true, noDefaultInfinity: true } as const;

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'Срок', '📅', '#REF!', '=1+1'));
const scalar: fc.Arbitrary<Json> = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double(FINITE),
);
const name = text.filter((key) => key !== '' && !/^__.*__$/su.test(key));
const value: fc.Arbitrary<Json> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(name, scalar),
);
const document = fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true });

const step: fc.Arbitrary<Step> = fc.record({
  path: fc.constantFrom(...PATHS),
  condition: fc.constantFrom<Condition>('none', 'none', 'absent', 'current', 'current', 'stale'),
  data: fc.option(document, { nil: undefined, freq: 4 }),
});
const commit = fc.uniqueArray(step, { selector: ({ path }) => path, minLength: 1, maxLength: 4 });
const histories = fc.array(commit, { minLength: 1, maxLength: 8 });

/** Plays random commits on the store and on a map, and compares the two after each. */
export function describeModel(world: World, runs: number): void {
  test(`${runs} random histories end as they do in a map`, async () => {
    let run = 0;
    const play = async (history: readonly (readonly Step[])[]): Promise<void> => {
      run += 1;
      const model = new Model(world.store, world.at(`runs/${run}`));
      for (const steps of history) await model.play(steps);
    };
    await fc.assert(fc.asyncProperty(histories, play), { numRuns: runs });
  });
}

class Model {
  readonly #store: Store;
  readonly #root: string;
  readonly #expected = new Map<string, JsonObject>();
  readonly #versions = new Map<string, string>();
  readonly #older = new Map<string, string>();

  constructor(store: Store, root: string) {
    this.#store = store;
    this.#root = root;
  }

  async play(steps: readonly Step[]): Promise<void> {
    const writes = steps.map((step) => this.#write(step));
    const succeeds = steps.every((step) => this.#holds(step));
    const outcome = await this.#store.commit(writes).then(
      () => 'done',
      (error: unknown) => error,
    );
    if (succeeds) expect(outcome).toBe('done');
    else expect(outcome).toBeInstanceOf(StoreConflictError);
    if (succeeds) for (const { path, data } of steps) this.#apply(path, data);
    await this.#compare();
  }

  #write({ path, condition, data }: Step): StoreWrite {
    const key = `${this.#root}/${path}`;
    const ifVersion = this.#version(path, condition);
    if (data !== undefined)
      return { kind: 'put', key, data, ...(ifVersion === undefined ? {} : { ifVersion }) };
    // A deletion knows no "absent".
    const onVersion = ifVersion === undefined || ifVersion === 'absent' ? {} : { ifVersion };
    return { kind: 'delete', key, ...onVersion };
  }

  #version(path: string, condition: Condition): string | undefined {
    if (condition === 'none') return undefined;
    if (condition === 'stale') return this.#older.get(path) ?? 'never given';
    return condition === 'current' ? (this.#versions.get(path) ?? 'absent') : 'absent';
  }

  #holds({ path, condition, data }: Step): boolean {
    if (condition === 'stale') return false;
    if (condition !== 'absent' || data === undefined) return true;
    return !this.#expected.has(path);
  }

  #apply(path: string, data: JsonObject | undefined): void {
    const version = this.#versions.get(path);
    if (version !== undefined) this.#older.set(path, version);
    if (data === undefined) this.#expected.delete(path);
    else this.#expected.set(path, JSON.parse(JSON.stringify(data)) as JsonObject);
  }

  async #compare(): Promise<void> {
    const pages = await Promise.all(
      COLLECTIONS.map((name) => this.#store.scan(`${this.#root}/${name}`, { limit: 100 })),
    );
    const found = pages.flat();
    const path = (key: string): string => key.slice(this.#root.length + 1);
    expect(new Map(found.map(({ key, data }) => [path(key), data]))).toEqual(this.#expected);
    this.#versions.clear();
    for (const { key, version } of found) this.#versions.set(path(key), version);
  }
}
