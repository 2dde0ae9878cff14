import { describe, expect, test } from '@jest/globals';
import { StoreConflictError } from '../../../../functions/use-cases/ports/errors.ts';
import type { StoreWrite } from '../../../../functions/use-cases/ports/store.ts';
import { putOf, type World } from './world.ts';

/** Has the store carry the writes out and nobody hear of it: the answer is cut off, or whoever asked dies. */
export type CommitUnheard = (writes: readonly StoreWrite[]) => Promise<void>;

export function describeLostAnswers(world: World, commitUnheard: CommitUnheard): void {
  const refused = async (write: StoreWrite): Promise<void> =>
    expect(world.store.commit([write])).rejects.toThrow(StoreConflictError);

  describe('a commit whose answer was lost', () => {
    test('repeated on "absent" is a conflict, and a new read shows what was done', async () => {
      const write = putOf(world.at(''), { n: 1 }, 'absent');
      await commitUnheard([write]);
      await refused(write);
      expect(await world.readData('')).toEqual([{ n: 1 }]);
    });

    test('repeated on a version is a conflict with all beside it, and a new read shows what was done', async () => {
      await world.put('', { n: 1 });
      const write = putOf(world.at(''), { n: 2 }, await world.versionOf(''));
      await commitUnheard([write, putOf(world.at('rows/a'), { n: 2 })]);
      await refused(write);
      expect(await world.readData('', 'rows/a')).toEqual([{ n: 2 }, { n: 2 }]);
    });

    test('as a deletion repeated is a conflict, and the document is gone', async () => {
      await world.put('', { n: 1 });
      const write = { kind: 'delete', key: world.at(''), ifVersion: await world.versionOf('') } as const;
      await commitUnheard([write]);
      await refused(write);
      expect(await world.readData('')).toEqual([undefined]);
    });
  });
}
