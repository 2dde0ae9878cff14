import { createPrivateKey, generateKeyPair } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';

const MODULUS_BITS = 2048;

class IdentityKeyError extends UserFacingError {
  override readonly name = 'IdentityKeyError';
  readonly code = 'identity_key';

  constructor(path: string, cause: unknown) {
    super(
      `Ключ для входа «${path}» не читается или повреждён. Данные целы. ` +
        'Проверьте права на файл или удалите его: при следующем запуске будет создан новый ключ.',
      { cause },
    );
  }
}

/** The RSA key of the file as PEM (PKCS #8); a missing file is made, with access for its owner alone. */
export async function openPrivateKey(path: string): Promise<string> {
  try {
    return await readKey(path).catch(async (error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error;
      await saveNewKey(path);
      return readKey(path);
    });
  } catch (error) {
    throw new IdentityKeyError(path, error);
  }
}

async function readKey(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8');
  const { asymmetricKeyType } = createPrivateKey(pem);
  if (asymmetricKeyType !== 'rsa') throw new TypeError(`an RSA key is needed, not ${asymmetricKeyType}`);
  return pem;
}

async function saveNewKey(path: string): Promise<void> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: MODULUS_BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, privateKey, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process was first: its key counts.
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  // Not `instanceof`: under a test runner the error comes from another realm.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
