import { createServer, type IncomingMessage } from 'node:http';
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

/** A real server on a free port that keeps what it received. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then(async (read) => {
      received.push(read);
      const answer = (await standing.answers[read.path ?? '']) ?? {
        status: 404,
        body: '<html>Not Found</html>',
      };
      response.writeHead(answer.status, answer.headers);
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
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
