import { connect } from 'node:net';

/** The first line of the answer to the bytes as they are, '' where the connection is closed without one. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    // Whoever turns us away may do so before all is written.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer.split('\r\n', 1)[0] ?? ''));
    socket.setTimeout(5_000, () => socket.destroy());
  });
}

/** The status of an answer's first line; 0 where there was none. */
export function statusOf(line: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/u.exec(line)?.[1] ?? 0);
}

/** A request that ends with its answer. */
export function plainRequest(
  line: string,
  headers: Readonly<Record<string, string>> = { host: '127.0.0.1' },
): string {
  const given = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`${line} HTTP/1.1`, ...given, '', ''].join('\r\n');
}
