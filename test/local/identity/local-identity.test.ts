import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIdentityIssuer } from '../../../local/identity/local-identity.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shnor-identity-'));
});

afterAll(() => rm(folder, { recursive: true }));

const REQUEST = { email: 'head@shnor.local', audience: 'shnor-local', now: '2026-10-01T06:00:00Z' };

function decode(part: string | undefined): unknown {
  return JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
}

describe('a token', () => {
  test("has the claims of Google's and a signature that the served key confirms", async () => {
    const issuer = await openIdentityIssuer({ keyPath: join(folder, 'a.pem') });
    const [head, claims, signature] = issuer.issueToken(REQUEST).split('.');
    const [[keyId, pem]] = Object.entries(issuer.certificates()) as [[string, string]];
    expect(decode(head)).toEqual({ alg: 'RS256', kid: keyId, typ: 'JWT' });
    expect(decode(claims)).toEqual({
      iss: 'https://accounts.shnor.local',
      aud: 'shnor-local',
      sub: expect.stringMatching(/^[0-9a-f]{20}$/),
      email: 'head@shnor.local',
      email_verified: true,
      iat: Date.parse(REQUEST.now) / 1000,
      exp: Date.parse('2026-10-01T07:00:00Z') / 1000,
    });
    const signed = Buffer.from(`${head}.${claims}`);
    const bytes = Buffer.from(signature ?? '', 'base64url');
    expect(verify('RSA-SHA256', signed, createPublicKey(pem), bytes)).toBe(true);
  });

  test('names another issuer where asked to', async () => {
    const issuer = await openIdentityIssuer({ keyPath: join(folder, 'a.pem'), issuer: 'https://id.example' });
    expect(decode(issuer.issueToken(REQUEST).split('.')[1])).toMatchObject({ iss: 'https://id.example' });
  });
});

describe('the key', () => {
  test('is made once, for its owner alone, and kept', async () => {
    const keyPath = join(folder, 'made', 'key.pem');
    const first = await openIdentityIssuer({ keyPath });
    const second = await openIdentityIssuer({ keyPath });
    expect(second.certificates()).toEqual(first.certificates());
    expect(await readFile(keyPath, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    if (process.platform !== 'win32') expect((await stat(keyPath)).mode & 0o777).toBe(0o600);
  });

  test('of a damaged file is refused with what to do, and the file is left as it is', async () => {
    const keyPath = join(folder, 'damaged.pem');
    await writeFile(keyPath, 'not a key');
    await expect(openIdentityIssuer({ keyPath })).rejects.toThrow(
      `Ключ для входа «${keyPath}» не читается или повреждён. Данные целы. ` +
        'Проверьте права на файл или удалите его: при следующем запуске будет создан новый ключ.',
    );
    expect(await readFile(keyPath, 'utf8')).toBe('not a key');
  });
});
