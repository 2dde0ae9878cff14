import type { Store } from '../../../functions/use-cases/ports/store.ts';
import { ApiError } from '../../../local/sheets-api/wire/api-error.ts';
import { answeredError, type Fault } from './faults.ts';
import type { FunctionsWorld, Invocation } from './invocation.ts';
import { createMemoryApi } from './memory-api.ts';

/** Google's client over the simulated wire. */
export function apiOf(world: FunctionsWorld, by: Invocation) {
  return createMemoryApi(world.sheets, ({ method, isWrite, arrive }) => {
    const readsRows = method === 'values.batchGetByDataFilter';
    const carryOut = () => {
      world.count(isWrite ? 'sheets write' : 'sheets read');
      world.passed();
      const answer = answering(arrive);
      if (isWrite) by.lastWrite = 'carried out';
      if (readsRows) by.seen = world.snapshot();
      return answer;
    };
    const spoil = (answer: unknown, fault: Fault) => {
      if (readsRows && (fault === 'truncated' || fault === 'hollow')) by.seen = undefined;
      return spoilAnswer(answer, fault);
    };
    by.lastWrite = isWrite ? 'sent' : 'none';
    return world.scheduler.send(by, { port: 'sheets', isWrite, label: method, carryOut, spoil });
  });
}

function answering<Result>(arrive: () => Result): Result {
  try {
    return arrive();
  } catch (error) {
    throw error instanceof ApiError ? answeredError(error) : error;
  }
}

function spoilAnswer(answer: unknown, fault: Fault): unknown {
  if (fault === 'truncated') {
    const text = JSON.stringify(answer);
    // What Google's HTTP client gives where a body is no JSON.
    return text.slice(0, text.length / 2);
  }
  if (fault !== 'hollow') return answer;
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'values' ? undefined : value)));
}

/** The store as the invocation reaches it. */
export function storeOf(
  { scheduler, store, onCommit, passed, count }: FunctionsWorld,
  by: Invocation,
): Store {
  return {
    getMany: async (keys) => {
      const carryOut = () => {
        for (const _ of keys) count('store read');
        return store.now.getMany(keys);
      };
      const label = `getMany ${keys.length}`;
      const answer = await scheduler.send(by, { port: 'store', isWrite: false, label, carryOut });
      return answer as Awaited<ReturnType<Store['getMany']>>;
    },
    scan: async (collection, page) => {
      const carryOut = () => store.now.scan(collection, page);
      const answer = await scheduler.send(by, { port: 'store', isWrite: false, label: 'scan', carryOut });
      return answer as Awaited<ReturnType<Store['scan']>>;
    },
    commit: async (writes) => {
      const carryOut = () => {
        passed();
        store.now.commit(writes);
        for (const _ of writes) count('store write');
        onCommit(by, writes);
      };
      const label = `commit ${writes.length}`;
      await scheduler.send(by, { port: 'store', isWrite: true, label, carryOut });
    },
    close: async () => {},
  };
}
