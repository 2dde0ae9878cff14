import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { admitting } from '../http/admission.ts';
import { createApp } from './app.ts';
import type { OnChange } from './changes.ts';
import { PortTakenError } from './errors.ts';
import type { Faults } from './faults.ts';
import { NO_KEY } from './identify.ts';
import type { IdKind, Spreadsheet } from './model/types.ts';
import { createQuota, type QuotaLimits } from './quota.ts';
import { openStorage, type Storage } from './storage.ts';

export interface SheetsApiOptions {
  /** The folder of `sheets.sqlite`; made where it does not exist. */
  readonly dataDir: string;
  /** Where the spreadsheets are kept instead of that folder. */
  readonly storage?: Storage;
  /** 0: any free port. */
  readonly port: number;
  /** What callers must know, as a bearer; absent, as in tests: nobody is asked. */
  readonly key?: string | undefined;
  readonly now?: () => Date;
  /** Decimal digits for everything but a spreadsheet. */
  readonly newId?: (kind: IdKind) => string;
  /** Errors that tests want to see. */
  readonly faults?: Faults;
  /** Calls a minute, answered with 429 beyond; absent: no limit. */
  readonly quota?: QuotaLimits;
  /** Called after each change has been saved and before it is answered; what it throws fails the call. */
  readonly onChange?: OnChange;
}

export interface SheetsApi {
  /** `http://127.0.0.1:PORT`: the root URL for clients. */
  readonly url: string;
  readonly port: number;
  /** The bearer of its owner; `KEY:EMAIL` is that person's. */
  readonly key: string;
  /** How often each method was called: `{ batchUpdate: 1, 'values.batchGet': 3 }`. */
  requests(): Readonly<Record<string, number>>;
  /** The spreadsheet as it stands, for whoever shows it in this process; undefined where there is none. */
  read(spreadsheetId: string): Spreadsheet | undefined;
  close(): Promise<void>;
}

/** No other machine needs it: the functions and the page stand beside it. */
const HOST = '127.0.0.1';
const MAX_ID = 2 ** 31 - 1;

function randomId(kind: IdKind): string {
  if (kind !== 'spreadsheet') return String(randomInt(1, MAX_ID));
  // As Google's ids begin; one that began with a dash would be taken for an option of a command.
  return `1${randomBytes(33).toString('base64url').slice(1)}`;
}

/**
 * Starts the stand-in of the Sheets API v4.
 * Throws `PortTakenError`, and the errors of an unfit data folder (`errors.ts`).
 */
export async function startSheetsApi(options: SheetsApiOptions): Promise<SheetsApi> {
  const { dataDir, port, key, now = () => new Date(), newId = randomId, faults } = options;
  const quota = options.quota && createQuota(options.quota);
  const onChange = options.onChange && numbered(options.onChange);
  const storage = options.storage ?? openStorage(dataDir);
  const counts = new Map<string, number>();
  const count = (method: string): number => {
    const n = (counts.get(method) ?? 0) + 1;
    counts.set(method, n);
    return n;
  };
  const app = createApp({ storage, now, newId, faults, count, quota, onChange, key });
  const server = createServer(admitting({}, app));
  // Longer than either side computes: a connection that ends in between would break a write that may not be repeated.
  server.keepAliveTimeout = 120_000;
  try {
    await listen(server, port);
  } catch (error) {
    storage.close();
    throw error;
  }
  const address = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${address.port}`,
    port: address.port,
    key: key ?? NO_KEY,
    requests: () => Object.fromEntries(counts),
    read: (spreadsheetId) => storage.read(spreadsheetId),
    close: async () => {
      await closeServer(server);
      storage.close();
    },
  };
}

/** Gives each change the next number. */
function numbered(onChange: OnChange): (change: Omit<Parameters<OnChange>[0], 'sequence'>) => void {
  let sequence = 0;
  return (change) => {
    onChange({ ...change, sequence: ++sequence });
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw taken ? new PortTakenError(port, { cause }) : cause;
  }
}

/** Calls in flight are answered; idle connections of clients are not waited for. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await closed;
}
