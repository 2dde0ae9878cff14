import { describe } from '@jest/globals';
import type { Store } from '../../../functions/use-cases/ports/store.ts';
import { describeDocuments } from './store-contract/documents.ts';
import { describeLimits } from './store-contract/limits.ts';
import { describeLostAnswers, type CommitUnheard } from './store-contract/lost-answers.ts';
import { describeModel } from './store-contract/model.ts';
import { describePreconditions } from './store-contract/preconditions.ts';
import { describeScans } from './store-contract/scans.ts';
import { describeValues } from './store-contract/values.ts';
import { createWorld } from './store-contract/world.ts';

interface StoreContractOptions {
  /** Opens the same store anew at each call, as another process would. */
  readonly open: () => Store;
  /** How many random histories the model test plays. */
  readonly modelRuns: number;
  readonly commitUnheard: CommitUnheard;
}

/** What every store must do; each adapter runs it from its own test file. */
export function describeStoreContract(
  name: string,
  { open, modelRuns, commitUnheard }: StoreContractOptions,
): void {
  describe(`${name} keeps the contract of the store`, () => {
    const world = createWorld(open);
    describeDocuments(world);
    describeValues(world);
    describePreconditions(world);
    describeScans(world);
    describeLimits(world);
    describeLostAnswers(world, commitUnheard);
    describeModel(world, modelRuns);
  });
}
