import { once } from 'node:events';
import { createService } from '../create-service.ts';
import { createHttpServer } from '../entry-points/http/server.ts';
import { openDoor } from '../open-door.ts';
import { SERVICE } from '../service.ts';

/**
 * Serves until the platform says that it is enough. `FUNCTION_TARGET` names one of the functions for a service of its
 * own; absent: all, by path. `PORT` is the platform's.
 */
export async function serve(): Promise<void> {
  const { FUNCTION_TARGET: target = SERVICE, PORT: port = '8080' } = process.env;
  const server = createHttpServer(createService(target, openDoor()));
  server.listen(Number(port));
  await once(server, 'listening');
  console.log(`${target}: ${port}`);

  // What is under way comes to its end, within the ten seconds that the platform grants.
  process.once('SIGTERM', () => {
    server.close(() => process.exit());
    server.closeIdleConnections();
  });
}
