import { createOwnForms } from '../../functions/adapters/files/own-form/own-forms.ts';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connectSpreadsheets } from '../../functions/adapters/google-sheets/connect.ts';
import { createIdentityVerifier } from '../../functions/adapters/identity/google-identity.ts';
import { createMeter } from '../../functions/adapters/shared/meter.ts';
import type { Services } from '../../functions/compose.ts';
import { ROLES } from '../../functions/domain/roles.ts';
import type { Door } from '../../functions/entry-points/door.ts';
import { createFairShares, type SharesOptions } from '../../functions/entry-points/shares/fair-shares.ts';
import { createHttpServer } from '../../functions/entry-points/http/server.ts';
import { shareReads } from '../../functions/entry-points/shares/share-reads.ts';
import { pathOf } from '../../functions/entry-points/place.ts';
import { createService } from '../../functions/create-service.ts';
import { SERVICE } from '../../functions/service.ts';
import type { StoredDocument } from '../../functions/use-cases/ports/store.ts';
import type { Spreadsheet } from '../../local/sheets-api/model/types.ts';
import { makeBase, type Base } from '../simulation/world/base.ts';
import { createMemoryApi } from '../simulation/world/memory-api.ts';
import { createMemoryStore, type MemoryStore } from '../simulation/world/memory-store.ts';
import { AUDIENCE, CERTIFICATES, ISSUER } from './tokens.ts';

/** `editor@example.ru`: of each role one member. */
export const memberOf = (role: string) => `${role}@example.ru`;

export interface GuardedService {
  readonly url: string;
  readonly workbookIds: readonly string[];
  readonly store: MemoryStore;
  /** Calls of the Sheets API so far, how often the services were opened, and what was thrown by our own fault. */
  readonly seen: { sheetsReads: number; sheetsWrites: number; opened: number; readonly bugs: unknown[] };
  /** Takes the store and the workbooks back to the beginning. */
  reset(): void;
  close(): Promise<void>;
}

interface Options {
  readonly workbooks?: number;
  readonly shares?: Partial<SharesOptions>;
  /** Of each caller, whatever the workbook. */
  readonly callers?: Partial<SharesOptions>;
  /** No read of the sheets ends before so many calls have come; absent: none is waited for. */
  readonly sheetsAwait?: number;
}

const CERTIFICATES_PATH = '/certificates';

/** All functions over HTTP as in the cloud, with an issuer of its own; store and workbooks stand in this process. */
export async function openGuardedService(options: Options = {}): Promise<GuardedService> {
  const base = await makeBase({ isSettled: true });
  const workbookIds = Array.from({ length: options.workbooks ?? 1 }, (_, index) => `workbook-${index + 1}`);
  const books = new Map<string, Spreadsheet>();
  const store = createMemoryStore(documentsOf(base, workbookIds));
  const seen: GuardedService['seen'] = { sheetsReads: 0, sheetsWrites: 0, opened: 0, bugs: [] };
  const reset = () => {
    for (const id of workbookIds) books.set(id, { ...base.book, id });
    const documents = store.documents as Map<string, StoredDocument>;
    documents.clear();
    for (const [key, document] of documentsOf(base, workbookIds)) documents.set(key, document);
  };
  reset();
  const { promise: allCame, resolve: allHaveCome } = Promise.withResolvers<void>();
  const services = servicesOver({ store, books, seen, allCame });
  const server = createHttpServer((request, response) => {
    if (pathOf(request) === CERTIFICATES_PATH) return response.end(JSON.stringify(CERTIFICATES));
    return service(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const identity = createIdentityVerifier({
    audiences: [AUDIENCE],
    issuers: [ISSUER],
    certificatesUrl: `${url}${CERTIFICATES_PATH}`,
  });
  const wide = { now: Date.now, burst: 1e9, perMinute: 1e9 };
  const shares = createFairShares({ ...wide, ...options.shares });
  const callers = createFairShares({ ...wide, ...options.callers });
  const door: Door = {
    identity: () => identity,
    callers: () => callers,
    shares: () => shares,
    open: async () => {
      seen.opened += 1;
      // What is asked for in the same turn has been asked for by the next one.
      if (seen.opened >= (options.sheetsAwait ?? 0)) setImmediate(() => setImmediate(allHaveCome));
      return services;
    },
    log: (_entry, bug) => void (bug === undefined || seen.bugs.push(bug)),
  };
  const service = createService(SERVICE, door);
  return {
    url,
    workbookIds,
    store,
    seen,
    reset,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The base's workbook as several, each with a member of every role. */
function documentsOf({ documents }: Base, workbookIds: readonly string[]): Map<string, StoredDocument> {
  const members = Object.fromEntries(ROLES.map((role) => [memberOf(role), role]));
  return new Map(
    workbookIds.flatMap((id) =>
      [...documents.values()].map(({ key, data, ...rest }) => {
        const own = key.replace(/^workbooks\/[^/]+/u, `workbooks/${id}`);
        const isHead = own === `workbooks/${id}`;
        return [own, { ...rest, key: own, data: isHead ? { ...data, members } : data }] as const;
      }),
    ),
  );
}

interface World {
  readonly store: MemoryStore;
  readonly books: Map<string, Spreadsheet>;
  readonly seen: GuardedService['seen'];
  readonly allCame: Promise<void>;
}

function servicesOver({ store, books, seen, allCame }: World): Services {
  let nextId = 1_000_000;
  const api = createMemoryApi(
    {
      read: (id) => books.get(id),
      save: (after) => void books.set(after.id, after),
      around: () => ({ now: new Date(), newId: () => String(nextId++), email: undefined }),
    },
    async ({ arrive, isWrite }) => {
      if (isWrite) seen.sheetsWrites += 1;
      else seen.sheetsReads += 1;
      await allCame;
      return arrive();
    },
  );
  const spreadsheets = connectSpreadsheets({
    auth: async () => 'guarded',
    api: async () => api,
    budget: { readsPerMinute: 1e9, writesPerMinute: 1e9 },
  });
  return {
    store,
    spreadsheets: shareReads(spreadsheets),
    clock: { now: () => new Date().toISOString() },
    pause: async () => {},
    ownForms: createOwnForms(),
    formatReportFile: async () => new Uint8Array([1]),
    parsePlanFile: async () => [],
    formatCalendar: async () => '',
    serviceUrl: AUDIENCE,
    allowsToday: true,
    tasks: { enqueue: async () => ({ status: 'queued' }) },
    meter: createMeter(Date.now),
    close: async () => {},
  };
}
