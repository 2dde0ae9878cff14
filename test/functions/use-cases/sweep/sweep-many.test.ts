import { expect, test } from '@jest/globals';
import { STAFF_WORKSHEETS } from '../../../../functions/domain/records/worksheet-key.ts';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import type { Tasks } from '../../../../functions/use-cases/ports/tasks.ts';
import { newHead } from '../../../../functions/use-cases/stored/head/new-head.ts';
import { headKey, headToJson } from '../../../../functions/use-cases/stored/head/head.ts';
import { sweepWorkbooks } from '../../../../functions/use-cases/sweep/sweep-workbooks.ts';
import { createMemoryStore } from '../../../simulation/world/memory-store.ts';

const ROBOT = 'robot@example.ru';
const MANY = 1000;
const SHEETS = [...STAFF_WORKSHEETS, 'control', 'about', 'overview', 'instruction'];

test('of a thousand workbooks each has its task once, however often the schedule comes', async () => {
  const head = newHead(undefined, {
    title: 'ШНОР',
    timeZone: 'Asia/Yekaterinburg',
    members: { [ROBOT]: 'service' },
    sheetIds: Object.fromEntries(SHEETS.map((key, index) => [key, index])),
  });
  const documents = Array.from({ length: MANY }, (_, index) => {
    const key = headKey(`workbook-${String(index).padStart(4, '0')}`);
    return [key, { key, version: '1', data: headToJson(head) }] as const;
  });
  const named = new Set<string>();
  const asked: string[] = [];
  const tasks: Tasks = {
    enqueue: async ({ name, workbookId }) => {
      if (named.has(name)) return { status: 'known' };
      named.add(name);
      asked.push(workbookId);
      return { status: 'queued' };
    },
  };
  const store = createMemoryStore(new Map(documents));
  const clock = { now: () => '2026-11-24T05:00:00.000Z' };
  const deps = { store, clock, tasks } as unknown as Dependencies & { readonly tasks: Tasks };
  const sweep = () => sweepWorkbooks(deps, { function: 'monitor', by: ROBOT });
  expect(await sweep()).toMatchObject({ workbooks: MANY, queued: MANY, known: 0, failedCount: 0 });
  expect(await sweep()).toMatchObject({ workbooks: MANY, queued: 0, known: MANY, failedCount: 0 });
  expect([asked.length, new Set(asked).size]).toEqual([MANY, MANY]);
});
