import { describe, expect, test } from '@jest/globals';
import { createInProcessTasks } from '../../../../functions/adapters/tasks/in-process.ts';
import { StoreConflictError } from '../../../../functions/use-cases/ports/errors.ts';
import { SpreadsheetNotFoundError } from '../../../../functions/use-cases/ports/spreadsheet-errors.ts';
import type { Task } from '../../../../functions/use-cases/ports/tasks.ts';

const task = (workbookId: string): Task => ({
  name: `t-${workbookId}`,
  function: 'monitor',
  workbookId,
  by: 'robot@example.ru',
  scheduledAt: '2026-11-23T02:00:00.000Z',
});

/** What each workbook's tries end with, in order; the last stands for all further ones. */
function queueOf(ends: Readonly<Record<string, readonly (Error | 'ok')[]>>) {
  const tries: string[] = [];
  let running = 0;
  const tasks = createInProcessTasks({
    pause: async () => {},
    carryOut: async ({ workbookId }) => {
      expect(++running).toBe(1);
      await Promise.resolve();
      running--;
      const own = ends[workbookId] ?? ['ok'];
      const end = own[Math.min(tries.filter((each) => each === workbookId).length, own.length - 1)];
      tries.push(workbookId);
      if (end instanceof Error) throw end;
    },
  });
  return { tasks, tries };
}

describe('tasks in the process itself', () => {
  test('go one after the other; a failed one is tried again and holds up no other', async () => {
    const conflict = new StoreConflictError('workbooks/b');
    const gone = new SpreadsheetNotFoundError('c');
    const { tasks, tries } = queueOf({ a: [conflict, 'ok'], b: [conflict], c: [gone] });
    const ended = await Promise.all(['a', 'b', 'c', 'd'].map((id) => tasks.enqueue(task(id))));
    expect(ended).toEqual([
      { status: 'done' },
      { status: 'failed', error: conflict },
      { status: 'failed', error: gone },
      { status: 'done' },
    ]);
    expect(tries).toEqual(['a', 'a', 'b', 'b', 'b', 'c', 'd']);
  });

  test('are taken once a name, and again only where they failed', async () => {
    const { tasks, tries } = queueOf({ b: [new SpreadsheetNotFoundError('b'), 'ok'] });
    const ended = [];
    for (const id of ['a', 'a', 'b', 'b', 'b']) ended.push((await tasks.enqueue(task(id))).status);
    expect([ended, tries]).toEqual([
      ['done', 'known', 'failed', 'done', 'known'],
      ['a', 'b', 'b'],
    ]);
  });

  test('throw what is a bug of ours, and go on with the next', async () => {
    const { tasks } = queueOf({ a: [new TypeError('x is not a function')] });
    await expect(tasks.enqueue(task('a'))).rejects.toThrow('x is not a function');
    expect(await tasks.enqueue(task('d'))).toEqual({ status: 'done' });
  });

  test('begin when their time has come, and keep nobody waiting who comes meanwhile', async () => {
    const { tasks, tries } = queueOf({});
    const at = new Date(Date.now() + 60).toISOString();
    const late = tasks.enqueue({ ...task('late'), at });
    expect(await tasks.enqueue({ ...task('late'), at })).toEqual({ status: 'known' });
    await tasks.enqueue(task('soon'));
    expect(tries).toEqual(['soon']);
    expect(await late).toEqual({ status: 'done' });
    expect([tries, Date.now() >= Date.parse(at)]).toEqual([['soon', 'late'], true]);
  });

  test('begin at once where calls cost nothing; one that has not begun is one with its like', async () => {
    const { promise: isFirstSeen, resolve: seeFirst } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: letEnd } = Promise.withResolvers<void>();
    const begun: string[] = [];
    const tasks = createInProcessTasks({
      pause: async () => {},
      isHurried: true,
      carryOut: async ({ name }) => {
        begun.push(name);
        seeFirst();
        await mayEnd;
      },
    });
    const at = '2100-01-01T00:00:00.000Z';
    const hint = (name: string) => tasks.enqueue({ ...task('a'), name, at });
    const first = hint('first');
    await isFirstSeen;
    // The first has begun, and may have read the sheet before these were typed.
    const after = [hint('second'), hint('third')];
    letEnd();
    const ended = await Promise.all([first, ...after]);
    expect(ended.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    expect(begun).toEqual(['first', 'second']);
  });
});
