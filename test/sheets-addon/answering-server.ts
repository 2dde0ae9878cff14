import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly contentType: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface ServerAnswer {
  readonly status: number;
  /** Sent as JSON, a string as it stands. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnsweringServer {
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
  /** What the next requests are answered with, by path; any other path gets a 404 without our message. */
  answers: Readonly<Record<string, ServerAnswer | Promise<ServerAnswer>>>;
  close(): Promise<void>;
}

const NOT_FOUND: ServerAnswer = { status: 404, body: '<html>Not Found</html>' };

/** A real server on a free port that keeps what it received. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const received: ReceivedRequest[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const read = await readRequest(request);
    received.push(read);
    const { status, headers, body } = (await standing.answers[read.path ?? '']) ?? NOT_FOUND;
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const standing: AnsweringServer = {
    url: `http://127.0.0.1:${port}`,
    received,
    answers: {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standing;
}

async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const { authorization, 'content-type': contentType } = request.headers;
  return { method: request.method, path: request.url, contentType, authorization, body: await text(request) };
}
