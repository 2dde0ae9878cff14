import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProxiedCall {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Bytes of the request's body. */
  readonly size: number;
  /** How the answer was packed. */
  readonly encoding: string | undefined;
}

/** Hands every call on to `target` and remembers what went over the wire. */
export async function startRecordingProxy(target: string) {
  const calls: ProxiedCall[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method, url = '', headers } = incoming;
    let size = 0;
    incoming.on('data', (chunk: Buffer) => (size += chunk.length));
    const onward = request(new URL(url, target), { method, headers }, (answer) => {
      calls.push({ url, headers, size, encoding: answer.headers['content-encoding'] });
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      }),
  };
}
