import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProjectUnknownError, type Config } from './config.ts';
import { parseIsoDate } from './domain/dates.ts';
import type { Clock, FormatReportFile, IdentityVerifier, ParsePlanFile } from './use-cases/ports/ports.ts';
import type { Spreadsheets } from './use-cases/ports/spreadsheets.ts';
import type { Store } from './use-cases/ports/store.ts';
import type { Dependencies } from './use-cases/ports/dependencies.ts';

export interface Services extends Dependencies {
  readonly identity: IdentityVerifier;
  readonly formatReportFile: FormatReportFile;
  readonly parsePlanFile: ParsePlanFile;
  readonly allowsToday: boolean;
  close(): Promise<void>;
}

const MIN_PAUSE_MS = 50;
const MAX_PAUSE_MS = 2_000;

/**
 * The one place that knows both the use cases and the adapters. What a request may not need is loaded here,
 * when it is needed: a cold start pays for one store only.
 */
export async function compose(config: Config): Promise<Services> {
  const [store, identity] = await Promise.all([openStore(config), openIdentity(config)]);
  const spreadsheets = await openSpreadsheets(config, store);
  return {
    store,
    spreadsheets,
    identity,
    formatReportFile,
    parsePlanFile,
    clock: openClock(config),
    pause: async (attempt) => {
      await sleep(randomInt(MIN_PAUSE_MS, Math.min(MAX_PAUSE_MS, MIN_PAUSE_MS * 2 ** (attempt + 1))));
    },
    allowsToday: config.SHNOR_ALLOW_TODAY === '1',
    close: () => store.close(),
  };
}

function openClock({ SHNOR_ALLOW_TODAY, SHNOR_TODAY }: Config): Clock {
  const fixedToday = SHNOR_ALLOW_TODAY === '1' ? SHNOR_TODAY && parseIsoDate(SHNOR_TODAY) : undefined;
  return { now: () => new Date().toISOString(), ...(fixedToday && { fixedToday }) };
}

async function openStore(config: Config): Promise<Store> {
  if (config.SHNOR_STORE === 'sqlite') {
    const { openSqliteStore } = await import('./adapters/sqlite/store.ts');
    return openSqliteStore(config.SHNOR_SQLITE_FILE);
  }
  const { openFirestoreStore } = await import('./adapters/firestore/store.ts');
  const projectId = config.SHNOR_PROJECT ?? config.GOOGLE_CLOUD_PROJECT;
  if (!projectId) throw new ProjectUnknownError();
  return openFirestoreStore({ projectId });
}

async function openSpreadsheets(config: Config, store: Store): Promise<Spreadsheets> {
  const { connectSpreadsheets } = await import('./adapters/google-sheets/connect.ts');
  const rootUrl = config.SHNOR_SHEETS_URL;
  const retry = { maxTotalMs: config.SHNOR_SHEETS_PATIENCE_MS };
  if (rootUrl) return connectSpreadsheets({ rootUrl, retry, auth: localToken });
  const { createSharedQuota } = await import('./adapters/google-sheets/quota/shared-quota.ts');
  const { systemRuntime } = await import('./adapters/shared/retry.ts');
  return connectSpreadsheets({
    retry,
    auth: await googleAuth(),
    quota: createSharedQuota(store, systemRuntime),
  });
}

/** The libraries of the office formats are heavy, and few requests want a file. */
const formatReportFile: FormatReportFile = async (...report) => {
  const files = await import('./adapters/files/report-file.ts');
  return files.formatReportFile(...report);
};

const parsePlanFile: ParsePlanFile = async (...file) => {
  const files = await import('./adapters/files/plan/read-plan-file.ts');
  return files.parsePlanFile(...file);
};

/** The stand-in asks for no password: it listens on this machine alone. */
const localToken = async () => 'local';

async function googleAuth() {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
}

async function openIdentity(config: Config): Promise<IdentityVerifier> {
  const { createIdentityVerifier } = await import('./adapters/identity/google-identity.ts');
  const { SHNOR_AUDIENCES: audiences, SHNOR_ISSUERS: issuers, SHNOR_CERTIFICATES_URL: url } = config;
  return createIdentityVerifier({
    audiences,
    ...(issuers && { issuers }),
    ...(url && { certificatesUrl: url }),
  });
}
