import { connect, createServer, type Server, type Socket } from 'node:net';

export interface AnswerLosingProxy {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** The next answers are lost with their connections, although the server has done what was asked. */
  loseAnswers(count: number): void;
  readonly lostAnswers: number;
  close(): Promise<void>;
}

const FRAME_HEADER_BYTES = 9;
const DATA = 0;
const HEADERS = 1;

/** Whether whole frames of HTTP/2 carry an answer, not only the protocol's own settings and pings. */
function carriesAnswer(bytes: Buffer): boolean {
  for (let at = 0; at + FRAME_HEADER_BYTES <= bytes.length;) {
    if (bytes[at + 3] === DATA || bytes[at + 3] === HEADERS) return true;
    at += FRAME_HEADER_BYTES + bytes.readUIntBE(at, 3);
  }
  return false;
}

/** Hands bytes to and fro between clients and the server at `host`. */
export async function openAnswerLosingProxy(host: string): Promise<AnswerLosingProxy> {
  const [name = '', port = ''] = host.split(':');
  const sockets = new Set<Socket>();
  let toLose = 0;
  let lostAnswers = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), name);
    const both = [client, upstream];
    for (const socket of both) {
      sockets.add(socket);
      // To cut connections is what this proxy is for.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => both.forEach((end) => end.destroy()));
    }
    client.pipe(upstream);
    upstream.on('data', (bytes) => {
      if (toLose === 0 || !carriesAnswer(bytes)) {
        client.write(bytes);
        return;
      }
      toLose -= 1;
      lostAnswers += 1;
      client.destroy();
    });
  });
  return {
    host: `127.0.0.1:${await listen(server)}`,
    loseAnswers: (count) => {
      toLose = count;
    },
    get lostAnswers() {
      return lostAnswers;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
