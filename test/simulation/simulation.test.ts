import { describe, expect, test } from '@jest/globals';
import { runScenario } from './run.ts';
import { planScenario, type Scenario } from './steps.ts';
import { inFull } from '../support/long.ts';

/** As many as a test may cost, and fewer of the same in the fast lane; thousands belong to `npm run simulate`. */
const IS_FAST = process.env['SHNOR_TEST_PURE'] !== undefined;
const RUNS = inFull(100, IS_FAST ? 5 : 20);
const TOLD_TWICE = inFull(5, 1);
const FIRST_SEED = 1;

describe('days of an office with faulty wires, dying functions and busy people', () => {
  test(`${RUNS} of them break no promise`, async () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      const { violation } = await runScenario(planScenario(seed));
      expect({ seed, violation }).toEqual({ seed, violation: undefined });
    }
  });

  test('the same seed tells the same story twice', async () => {
    const seeds = Array.from({ length: TOLD_TWICE }, (_, index) => 9_000 + index);
    const tell = async (seed: number) => (await runScenario(planScenario(seed))).trace;
    const first = await Promise.all(seeds.map(tell));
    for (const [index, seed] of seeds.entries()) expect(await tell(seed)).toEqual(first[index]);
  });

  test('a story is played step by step as it is written', async () => {
    const pass = { kind: 'pass', pick: 0, fault: 'none' } as const;
    const scenario: Scenario = {
      seed: 0,
      isSettled: true,
      isOld: false,
      steps: [
        { kind: 'edit', editor: 0, action: 'type a cell', seed: 7 },
        { kind: 'call', job: 'sync' },
        pass,
        pass,
        { kind: 'edit', editor: 1, action: 'sort the sheet', seed: 7 },
        pass,
        { ...pass, fault: 'unavailable_after' },
        { kind: 'quiet', confirms: false },
      ],
    };
    expect((await runScenario(scenario)).trace).toEqual([
      'editor 1: executions: types знак-00030 into «Принятые меры» of row 2',
      'sync#1 begins',
      'sync#1: getMany 1',
      'sync#1: values.batchGetByDataFilter',
      'editor 2: executions: sorts the sheet by «№ мероприятия»',
      'sync#1: getMany 1',
      'sync#1: commit 3, struck by unavailable_after',
      'all is quiet after 2 passes',
      'all is quiet after 1 passes',
    ]);
  });
});
