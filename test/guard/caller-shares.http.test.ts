import { afterEach, describe, expect, test } from '@jest/globals';
import { request as open, type IncomingMessage } from 'node:http';
import { openDoor } from '../../functions/open-door.ts';
import { memberOf, openGuardedService, type GuardedService } from './guarded-service.ts';
import { tokenFor } from './tokens.ts';

const STRANGER = 'robot@strangers.iam.gserviceaccount.com';
const MB = 1024 * 1024;

describe('a program account that Google knows and no workbook does', () => {
  let service: GuardedService;
  afterEach(() => service.close());

  const authorization = `Bearer ${tokenFor(STRANGER)}`;
  const ask = (workbookId: string | undefined, token: string) =>
    fetch(`${service.url}/sync`, {
      method: 'POST',
      headers: { authorization: token },
      body: JSON.stringify({ workbookId }),
    });
  const member = () => ask(service.workbookIds[0], `Bearer ${tokenFor(memberOf('editor'))}`);

  test('uses up one share, however many workbooks it names, and costs the store nothing more', async () => {
    service = await openGuardedService({ callers: { burst: 20, perMinute: 120, now: () => 0 } });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => ask(`guess-${index}`, authorization)),
    );
    const counts = Object.entries(Object.groupBy(answers, ({ status }) => status));
    expect(counts.map(([status, those = []]) => [status, those.length])).toEqual([
      ['403', 20],
      ['429', 80],
    ]);
    expect(service.seen.opened).toBe(20);
    expect((await member()).status).toBe(200);
  });

  test('holds two large bodies of its own at most, and all others are read', async () => {
    service = await openGuardedService();
    const held = Array.from({ length: 3 }, () =>
      open(`${service.url}/sync`, {
        method: 'POST',
        headers: { authorization, 'content-length': String(8 * MB) },
      }).on('error', () => {}),
    );
    const refused = held.map(
      (one) => new Promise<IncomingMessage>((resolve) => void one.once('response', resolve)),
    );
    for (const one of held) one.write(Buffer.alloc(8 * MB - 1, ' '));
    expect((await Promise.race(refused)).statusCode).toBe(503);
    expect((await member()).status).toBe(200);
    for (const one of held) one.destroy();
  });
});

test('a caller has four times the share of a workbook, and the service’s own account has no bound', () => {
  const own = 'tasks@project.iam.gserviceaccount.com';
  const door = openDoor({ SHNOR_AUDIENCES: 'https://shnor.example', SHNOR_SERVICE_ACCOUNT: own });
  const taken = (caller: string) => {
    for (let call = 0; call < 200; call++)
      try {
        door.callers().take(caller);
      } catch {
        return call;
      }
    return 'all';
  };
  expect([taken(STRANGER), taken(own)]).toEqual([60, 'all']);
});
