import type { RequestListener, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createService } from '../functions/create-service.ts';
import { FUNCTION_NAMES } from '../functions/contract/functions.ts';
import { CALENDAR_PATH } from '../functions/entry-points/place.ts';
import { createHttpServer } from '../functions/entry-points/http/server.ts';
import { pathOf } from '../functions/entry-points/place.ts';
import { openDoor } from '../functions/open-door.ts';
import { SERVICE } from '../functions/service.ts';
import { admitting, type Reach } from './http/admission.ts';
import { PortTakenError } from './sheets-api/errors.ts';

export const LOOPBACK = '127.0.0.1';
/** Every network of the machine, and the loopback among them. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

export interface FunctionsServer {
  /** Each function is at its name below it: `/sync`, `/monitor`… */
  readonly url: string;
  /** Gives all other paths to the listener. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

export interface FunctionsServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The network to listen on; absent: this machine alone. */
  readonly host?: string | undefined;
  /** Absent: this machine's names alone. */
  readonly reach?: Reach | undefined;
  /** Other pages of the same address, asked first; undefined: not one of these. */
  readonly extra?: (path: string) => Page | undefined;
}

interface Page {
  readonly type: string;
  readonly body: string;
}

/** Serves all functions on one port by the same gate, framework and router as in the cloud. Throws `PortTakenError`. */
export async function startFunctions(options: FunctionsServerOptions): Promise<FunctionsServer> {
  const { port, host = LOOPBACK, reach = {}, extra } = options;
  // With services of their own: one program may serve one folder after another.
  const functions = createService(SERVICE, openDoor());
  const paths = new Set([...FUNCTION_NAMES.map((name) => `/${name}`), CALENDAR_PATH]);
  let others: RequestListener = (_request, response) => response.writeHead(404).end();
  const listener = admitting(reach, (request, response) => {
    const path = pathOf(request);
    const page = extra?.(path);
    if (page) return sendPage(response, page);
    if (paths.has(path)) return functions(request, response);
    if (request.headers.expect !== undefined) response.writeContinue();
    return others(request, response);
  });
  const server = createHttpServer(listener);
  await listen(server, port, host);
  return {
    url: `http://${nameOf(host)}:${(server.address() as AddressInfo).port}`,
    serve: (listener) => {
      others = listener;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Cached for an hour: the verifier would else fetch the certificates for every token. */
function sendPage(response: ServerResponse, { type, body }: Page): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(body);
}

/** As programs of this machine reach it. */
function nameOf(host: string): string {
  if (EVERYWHERE.has(host)) return LOOPBACK;
  return host.includes(':') ? `[${host}]` : host;
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTakenError(port) : error;
  }
}
