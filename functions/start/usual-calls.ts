import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createService } from '../create-service.ts';
import { createHttpServer } from '../entry-points/http/server.ts';
import { openDoor } from '../open-door.ts';
import { SERVICE } from '../service.ts';

/** A start up to its first answer, a refusal; and what a synchronisation loads. Nothing outside is asked. */
export async function warmUp(): Promise<void> {
  const server = createHttpServer(
    createService(SERVICE, openDoor({ SHNOR_AUDIENCES: 'https://warm.up.invalid' })),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await (await fetch(`http://127.0.0.1:${port}/sync`, { method: 'POST', body: '{}' })).text();
  await Promise.all([
    import('../framework.ts'),
    import('../compose.ts'),
    import('../entry-points/carry-out.ts'),
    import('../adapters/firestore/store.ts').then(({ openFirestoreStore }) =>
      openFirestoreStore({ projectId: 'warm-up' }).close(),
    ),
    import('../adapters/google-sheets/connect.ts'),
    import('../adapters/google-sheets/quota/shared-quota.ts'),
    import('../adapters/tasks/cloud-tasks.ts'),
    import('google-auth-library'),
    import('googleapis/build/src/apis/sheets/index.js'),
  ]);
  server.close();
}
