import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter that the server has taken. */
export interface Received {
  readonly to: readonly string[];
  readonly raw: string;
  readonly messageId: string;
}

/** A real SMTP server on this machine. */
export interface Post {
  readonly url: string;
  readonly received: Received[];
  /** What it does from now on. */
  behave(as: Behaviour): void;
  close(): Promise<void>;
}

/**
 * `refuses`: no such address. `busy`: later, for ever. `spam`: not after it has read the text. `hangs`: no word after
 * the text. `drops`: the connection ends in the middle of the text. `takes and drops`: it takes the letter and ends the
 * connection without a word.
 */
export type Behaviour = 'takes' | 'refuses' | 'busy' | 'spam' | 'hangs' | 'drops' | 'takes and drops';

export async function startPost(): Promise<Post> {
  let behaviour: Behaviour = 'takes';
  const received: Received[] = [];
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, answer) => answer(failure(535, 'bad credentials')),
    closeTimeout: 100,
    onRcptTo: (_address, _session, answer) => {
      if (behaviour === 'refuses') return answer(failure(550, 'no such user here'));
      return answer(behaviour === 'busy' ? failure(451, 'greylisted, try later') : null);
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (behaviour === 'drops') hangUp(server);
      });
      stream.on('end', () => {
        if (behaviour === 'spam') return answer(failure(554, 'looks like spam'));
        if (behaviour === 'hangs' || behaviour === 'drops') return;
        const raw = Buffer.concat(chunks).toString();
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw, messageId: /^Message-ID: <(?<id>.*)>/imu.exec(raw)?.groups?.['id'] ?? '' });
        if (behaviour === 'takes and drops') hangUp(server);
        else answer();
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}?tls=off`,
    received,
    behave: (as) => (behaviour = as),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function failure(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** As a cable that is pulled. */
function hangUp(server: SMTPServer): void {
  const { connections } = server as unknown as {
    readonly connections: ReadonlySet<{ _socket: { destroy(): void } }>;
  };
  for (const { _socket: socket } of connections) socket.destroy();
}
