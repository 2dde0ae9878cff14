import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createIdentityVerifier,
  type IdentityVerifierOptions,
} from '../../../../functions/adapters/identity/google-identity.ts';
import {
  IdentityRefusedError,
  IdentityUnavailableError,
} from '../../../../functions/use-cases/ports/identity-errors.ts';
import {
  LOCAL_AUDIENCE,
  LOCAL_ISSUER,
  openIdentityIssuer,
  type IdentityIssuer,
} from '../../../../local/identity/local-identity.ts';
import { startAnsweringServer, type AnsweringServer } from '../../../sheets-addon/answering-server.ts';

let folder: string;
let issuer: IdentityIssuer;
let stranger: IdentityIssuer;
let server: AnsweringServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shnor-verifier-'));
  [issuer, stranger, server] = await Promise.all([
    openIdentityIssuer({ keyPath: join(folder, 'own.pem') }),
    openIdentityIssuer({ keyPath: join(folder, 'strange.pem') }),
    startAnsweringServer(),
  ]);
  const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=600' };
  server.answers = {
    '/certs': { status: 200, body: issuer.certificates(), headers },
    '/page': { status: 200, body: '<html>portal</html>' },
    '/trouble': { status: 400, body: '' },
  };
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function verifierWith(options: Partial<IdentityVerifierOptions> = {}) {
  return createIdentityVerifier({
    audiences: [LOCAL_AUDIENCE],
    issuers: [LOCAL_ISSUER],
    certificatesUrl: `${server.url}/certs`,
    ...options,
  });
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const REQUEST = { email: 'Head@shnor.local', audience: LOCAL_AUDIENCE };
const goodToken = () => issuer.issueToken({ ...REQUEST, now: minutesAgo(0) });

/** The token with its claims changed; the signature no longer fits them. */
function tamper(token: string, changes: object): string {
  const [head, claims = '', signature] = token.split('.');
  const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), ...changes };
  return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

/** The head of one token before the claims and signature of another. */
function swapHead(token: string, headOf: string): string {
  return [headOf.split('.')[0], ...token.split('.').slice(1)].join('.');
}

async function refusalOf(token: string | undefined, options?: Partial<IdentityVerifierOptions>) {
  const error: unknown = await verifierWith(options)
    .verify(token)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(IdentityRefusedError);
  return error as IdentityRefusedError;
}

describe('a good token', () => {
  test('tells the address, in lower case', async () => {
    expect(await verifierWith().verify(goodToken())).toEqual({ email: 'head@shnor.local' });
  });

  test('costs the certificates once for as long as they may be kept', async () => {
    const verifier = verifierWith();
    const before = server.received.length;
    await verifier.verify(goodToken());
    await verifier.verify(goodToken());
    expect(server.received.length).toBe(before + 1);
  });
});

describe('refused is', () => {
  test('no token at all, before anything is asked of anybody', async () => {
    const before = server.received.length;
    const { code, message } = await refusalOf(undefined);
    expect(code).toBe('unauthenticated');
    expect(message).toBe(
      'Вход не выполнен: запрос пришёл без удостоверения. Обновите страницу таблицы и повторите команду; ' +
        'если не поможет, обратитесь к тому, кто сопровождает программу.',
    );
    expect(server.received.length).toBe(before);
  });

  test('a token for somebody else', async () => {
    const token = issuer.issueToken({ ...REQUEST, audience: 'other', now: minutesAgo(0) });
    const { message } = await refusalOf(token);
    expect(message).toContain('удостоверение просрочено или выдано не для этой программы');
  });

  test('a copy of the add-on that nobody has let in: its id is named, and what lets it in', async () => {
    const clientId = '123-abc.apps.googleusercontent.com';
    const token = issuer.issueToken({ ...REQUEST, audience: clientId, now: minutesAgo(0) });
    const refused = verifierWith().verify(token);
    await expect(refused).rejects.toMatchObject({ code: 'unauthenticated', kind: 'unauthenticated' });
    await expect(refused).rejects.toThrow(`npm run deploy с ключом --audience ${clientId}.`);
    expect(await verifierWith({ audiences: [LOCAL_AUDIENCE, clientId] }).verify(token)).toEqual({
      email: 'head@shnor.local',
    });
  });

  test('the id in a token that nobody signed, which is repeated to nobody', async () => {
    const { message } = await refusalOf(tamper(goodToken(), { aud: '666-evil.apps.googleusercontent.com' }));
    expect(message).not.toContain('evil');
  });

  test('every token where no audience is named', async () => {
    await refusalOf(goodToken(), { audiences: [] });
  });

  test("another issuer's token, and a local one where Google's are wanted", async () => {
    expect((await refusalOf(goodToken(), { issuers: ['https://id.example'] })).cause).toMatchObject({
      message: expect.stringContaining('"iss" claim'),
    });
    const { certificatesUrl } = { certificatesUrl: `${server.url}/certs` };
    const googles = createIdentityVerifier({ audiences: [LOCAL_AUDIENCE], certificatesUrl });
    await expect(googles.verify(goodToken())).rejects.toThrow(IdentityRefusedError);
  });

  test('an expired token', async () => {
    const { cause } = await refusalOf(issuer.issueToken({ ...REQUEST, now: minutesAgo(90) }));
    expect(cause).toMatchObject({ message: expect.stringContaining('"exp" claim') });
  });

  test('a token that is not valid yet', async () => {
    const { cause } = await refusalOf(issuer.issueToken({ ...REQUEST, now: minutesAgo(-30) }));
    expect(cause).toMatchObject({ message: expect.stringContaining('"iat" claim') });
  });

  test('a token whose claims were changed after it was signed', async () => {
    const { cause } = await refusalOf(tamper(goodToken(), { email: 'other@shnor.local' }));
    expect(cause).toMatchObject({ message: 'signature verification failed' });
  });

  test("a stranger's token, with the stranger's key id or with ours", async () => {
    const forged = stranger.issueToken({ ...REQUEST, now: minutesAgo(0) });
    await refusalOf(forged);
    await refusalOf(swapHead(forged, goodToken()));
  });

  test('a token that says it needs no signature', async () => {
    const [, claims] = goodToken().split('.');
    const [keyId] = Object.keys(issuer.certificates());
    const head = Buffer.from(JSON.stringify({ alg: 'none', kid: keyId })).toString('base64url');
    await refusalOf(`${head}.${claims}.`);
  });

  test('what is no token', async () => {
    await refusalOf('abc');
    await refusalOf('a.b.c');
  });
});

describe('where the certificates cannot be had, nobody is refused for it:', () => {
  const unavailable = async (certificatesUrl: string) => {
    const error: unknown = await verifierWith({ certificatesUrl })
      .verify(goodToken())
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(IdentityUnavailableError);
    expect(error).toMatchObject({ code: 'identity_unavailable', cause: expect.any(Error) });
  };

  test('no server', async () => {
    const dead = await startAnsweringServer();
    await dead.close();
    await unavailable(`${dead.url}/certs`);
  });

  test('an error', () => unavailable(`${server.url}/trouble`));

  test('something else than certificates', () => unavailable(`${server.url}/page`));
});
