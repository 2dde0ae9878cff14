import type { Services } from './compose.ts';
import { parseConfig, type Config } from './config.ts';
import type { Door } from './entry-points/door.ts';
import { createFairShares, type FairShares } from './entry-points/shares/fair-shares.ts';
import { openIdentity } from './open-identity.ts';
import type { IdentityVerifier } from './use-cases/ports/ports.ts';

/**
 * The door of this process: its parts are made from the environment when they are first wanted, and kept; a failure is
 * tried anew. The services, which open the store, are wanted after the caller is known.
 */
export function openDoor(env: Readonly<Record<string, string | undefined>> = process.env): Door {
  let config: Config | undefined;
  let identity: IdentityVerifier | undefined;
  let callers: FairShares | undefined;
  let shares: FairShares | undefined;
  let services: Promise<Services> | undefined;
  const settings = () => (config ??= parseConfig(env));
  return {
    identity: () => (identity ??= openIdentity(settings())),
    callers: () => (callers ??= callersOf(settings())),
    shares: () => (shares ??= sharesOf(settings())),
    open: () =>
      (services ??= openServices(settings()).catch((error: unknown) => {
        services = undefined;
        throw error;
      })),
    log(entry, bug) {
      if (config && isLogged(config)) console.log(JSON.stringify(entry));
      else if (bug !== undefined) console.error(bug);
    },
  };
}

async function openServices(config: Config): Promise<Services> {
  const [{ compose }, { shareReads }] = await Promise.all([
    import('./compose.ts'),
    import('./entry-points/shares/share-reads.ts'),
  ]);
  const services = await compose(config);
  return { ...services, spreadsheets: shareReads(services.spreadsheets) };
}

/** A caller works in so many workbooks at full speed; what exceeds that is a loop. */
const WORKBOOKS_OF_CALLER = 4;

/** The service's own account brings the tasks of every workbook, as fast as the queue lets it. */
function callersOf(config: Config): FairShares {
  const shares = createFairShares({
    now: Date.now,
    burst: WORKBOOKS_OF_CALLER * config.SHNOR_CALLS_AT_ONCE,
    perMinute: WORKBOOKS_OF_CALLER * config.SHNOR_CALLS_PER_MINUTE,
  });
  return {
    take(caller = '') {
      if (caller !== config.SHNOR_SERVICE_ACCOUNT) shares.take(caller);
    },
  };
}

function sharesOf({ SHNOR_CALLS_AT_ONCE, SHNOR_CALLS_PER_MINUTE }: Config): FairShares {
  return createFairShares({
    now: Date.now,
    burst: SHNOR_CALLS_AT_ONCE,
    perMinute: SHNOR_CALLS_PER_MINUTE,
  });
}

/** A line for each request where Cloud Logging reads it; elsewhere only bugs, whole, for whoever is at the keyboard. */
function isLogged({ SHNOR_LOG, K_SERVICE }: Config): boolean {
  return (SHNOR_LOG ?? (K_SERVICE ? 'json' : 'bugs')) === 'json';
}
