import { expect } from 'expect';

/**
 * What the suites take from `@jest/globals`, as far as they use it, in one process and without reloading a module
 * between tests: a thousand mutants are tried in the time that jest takes for twenty.
 */
export { expect };

type Step = () => unknown;

export interface Test {
  readonly id: number;
  readonly name: string;
  readonly suite: Suite;
  readonly run: (this: void) => unknown;
}

export interface Suite {
  readonly name: string;
  readonly parent: Suite | undefined;
  readonly file: string;
  readonly beforeAll: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
  readonly afterAll: Step[];
}

export const TESTS: Test[] = [];
let current = newSuite('', undefined, '');

function newSuite(name: string, parent: Suite | undefined, file: string): Suite {
  return { name, parent, file, beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] };
}

/** Tests that are declared from now on belong to the file. */
export function beginFile(file: string): void {
  current = newSuite('', undefined, file);
}

export function describe(name: string, declare: () => void): void {
  const outer = current;
  current = newSuite(name, outer, outer.file);
  declare();
  current = outer;
}

export function test(name: string, run: (this: void) => unknown): void {
  TESTS.push({ id: TESTS.length + 1, name: [...namesOf(current), name].join(' › '), suite: current, run });
}

function namesOf(suite: Suite): readonly string[] {
  return suite.parent ? [...namesOf(suite.parent), suite.name] : [];
}

type Row = readonly unknown[];

function eachOf(declare: (name: string, run: () => unknown) => void) {
  return (table: readonly unknown[]) => (name: string, run: (...row: Row) => unknown) => {
    table.forEach((item, index) => {
      const row: Row = Array.isArray(item) ? (item as Row) : [item];
      declare(`${name} #${index + 1}`, () => run(...row));
    });
  };
}

test.each = eachOf(test);
describe.each = eachOf((name, run) => describe(name, () => void run()));
describe.skip = (_name: string, _declare: () => void): void => {};
test.skip = (_name: string, _run: () => unknown): void => {};

export const beforeAll = (step: Step): void => void current.beforeAll.push(step);
export const beforeEach = (step: Step): void => void current.beforeEach.push(step);
export const afterEach = (step: Step): void => void current.afterEach.push(step);
export const afterAll = (step: Step): void => void current.afterAll.push(step);
