import { connect, createServer, type Socket } from 'node:net';

export interface AnswerLosingProxy {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** The next answer is lost with its connection, although the server has done what was asked. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

/** Hands bytes to and fro between a client and the server at `host`. */
export async function openAnswerLosingProxy(host: string): Promise<AnswerLosingProxy> {
  const [name = '', port = ''] = host.split(':');
  const sockets = new Set<Socket>();
  let losing = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), name);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // A connection that was cut is what this proxy is for.
      socket.on('error', () => socket.destroy());
    }
    client.pipe(upstream);
    upstream.on('data', (bytes) => {
      // Short frames are the protocol's own (settings, pings, window updates), not an answer.
      if (!losing || bytes.length < 100) {
        client.write(bytes);
        return;
      }
      losing = false;
      client.destroy();
      upstream.destroy();
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    host: `127.0.0.1:${address.port}`,
    loseNextAnswer: () => {
      losing = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
