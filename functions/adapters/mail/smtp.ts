import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Letter, Mail } from '../../use-cases/ports/mail.ts';
import { translateMailFailure } from './failures.ts';
import { toMessage } from './message.ts';

export interface SmtpOptions {
  /** `smtps://USER:PASSWORD@HOST:465`, or `smtp://…:587`, where TLS is asked for once connected (STARTTLS). */
  readonly url: string;
  /** The address of the sender. */
  readonly from: string;
  readonly urlOf: Mail['urlOf'];
  /** In milliseconds: to connect, for the first word of the server, for each answer. */
  readonly timeouts?: Timeouts;
}

interface Timeouts {
  readonly connection: number;
  readonly greeting: number;
  readonly answer: number;
}

/** Together less than the ten minutes after which another takes the letter for left. */
const TIMEOUTS: Timeouts = { connection: 15_000, greeting: 15_000, answer: 60_000 };

/** Mail over SMTP: one connection a letter, so that one that hangs holds up no other. */
export function connectSmtp({ url, from, urlOf, timeouts = TIMEOUTS }: SmtpOptions): Mail {
  const server = { ...serverOf(url), ...limits(timeouts) };
  return {
    urlOf,
    async send(letter: Letter) {
      const transport = createTransport(server);
      let isTextOut = false;
      transport.use('stream', (mail, next) => {
        mail.message.transform(() => new PassThrough().once('end', () => (isTextOut = true)));
        next();
      });
      try {
        await transport.sendMail(toMessage(letter, from));
      } catch (error) {
        throw translateMailFailure(error, isTextOut);
      } finally {
        transport.close();
      }
    },
  };
}

function limits({ connection, greeting, answer }: Timeouts) {
  return {
    connectionTimeout: connection,
    greetingTimeout: greeting,
    socketTimeout: answer,
    dnsTimeout: connection,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Not through TLS only where the address asks for that: `?tls=off`, for a server on this machine. */
function serverOf(address: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(address);
  const secure = protocol === 'smtps:';
  const isPlain = searchParams.get('tls') === 'off';
  return {
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isPlain,
    ignoreTLS: isPlain,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  };
}
