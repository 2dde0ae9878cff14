import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '../../functions/entry-points/http/server.ts';
import { createService } from '../../functions/create-service.ts';
import { openDoor } from '../../functions/open-door.ts';

export interface OwnFunctions {
  /** Script properties with an address of each function's own, as Cloud Run gives them. */
  readonly properties: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Each of the functions, over the site that has set the environment, on a port of its own. */
export async function serveFunctions(names: readonly string[]): Promise<OwnFunctions> {
  const door = openDoor();
  const served = await Promise.all(
    names.map(async (name) => {
      const server = createHttpServer(createService(name, door));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      return {
        server,
        entry: [`SHNOR_${name.toUpperCase().replace('-', '_')}_URL`, `http://127.0.0.1:${port}/`] as const,
      };
    }),
  );
  return {
    properties: Object.fromEntries(served.map(({ entry }) => entry)),
    close: async () => {
      for (const { server } of served) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
