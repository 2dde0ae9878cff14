import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { canonicalJson } from '../../functions/use-cases/stored/encoding/canonical-json.ts';
import { accountSchema } from '../accounts/stored.ts';
import { blameDisk, OWN_FILE, unfinishedName } from '../disk.ts';
import { bookPart } from '../sheets-api/book-parts.ts';
import { BackupDamagedError, BackupNewerError, PlaceTakenError } from './errors.ts';

const VERSION = 1;

const header = z.object({
  shnor: z.literal('backup'),
  version: z.number().int(),
  /** The instant, ISO 8601 in UTC. */
  madeAt: z.string(),
  /** The workbook that commands mean in a data folder. */
  workbookId: z.string().optional(),
});
export type BackupHeader = Omit<z.infer<typeof header>, 'shnor' | 'version'>;

const item = z.union([
  z.strictObject({ document: z.object({ key: z.string(), data: z.record(z.string(), z.json()) }) }),
  z.strictObject({ account: accountSchema }),
  z.strictObject({ part: bookPart }),
]);
/** A line of a backup: a document of the store, an account, a piece of a spreadsheet of the stand-in. */
export type BackupItem = z.infer<typeof item>;

const summarySchema = z.object({
  items: z.number().int(),
  documents: z.number().int(),
  /** Of all lines before this one. */
  sha256: z.string(),
  /** Of the documents alone: equal stores have equal ones, whatever they are and wherever they stand. */
  documentsSha256: z.string(),
});
export type BackupSummary = z.infer<typeof summarySchema>;

const end = z.strictObject({ end: summarySchema });

/**
 * One file, whole or not at all: gzip of JSON lines with keys in order, the hashes last. Throws `PlaceTakenError` where
 * the name is taken, `DiskError`.
 */
export async function writeBackup(
  file: string,
  about: BackupHeader,
  items: AsyncIterable<BackupItem>,
): Promise<BackupSummary> {
  if (existsSync(file)) throw new PlaceTakenError(file);
  const unfinished = unfinishedName(file);
  const count = createCount();
  async function* lines(): AsyncGenerator<string> {
    yield count.add({ shnor: 'backup', version: VERSION, ...about });
    for await (const each of items) yield count.add(each);
    yield `${canonicalJson({ end: count.summary() })}\n`;
  }
  try {
    const target = createWriteStream(unfinished, { flags: 'wx', mode: OWN_FILE, flush: true });
    await pipeline(Readable.from(lines()), createGzip(), target);
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw blameDisk(file, cause);
  }
  return count.summary();
}

/** Reads the file to its end. Throws `BackupDamagedError` where it is not as it was written, `BackupNewerError`. */
export async function verifyBackup(file: string): Promise<BackupHeader & BackupSummary> {
  const count = createCount();
  let about: z.infer<typeof header> | undefined;
  let told: BackupSummary | undefined;
  for await (const line of readLines(file)) {
    if (told) throw new BackupDamagedError(file, 'после конца стоит лишнее');
    const value = parseLine(file, line);
    if (!about) about = parseHeader(file, value);
    else {
      told = end.safeParse(value).data?.end;
      if (told) continue;
      if (!item.safeParse(value).success) throw new BackupDamagedError(file, 'в ней стоит непонятное');
    }
    count.add(value as object, line);
  }
  if (!about || !told) throw new BackupDamagedError(file, 'она обрывается');
  const found = count.summary();
  if (canonicalJson(found) !== canonicalJson(told))
    throw new BackupDamagedError(file, 'контрольная сумма не сходится');
  return { ...about, ...found };
}

/** What stands in a file that was verified, in its order. */
export async function* readItems(file: string): AsyncGenerator<BackupItem> {
  for await (const line of readLines(file)) {
    const found = item.safeParse(parseLine(file, line));
    if (found.success) yield found.data;
  }
}

function createCount() {
  const all = createHash('sha256');
  const documents = createHash('sha256');
  const counts = { items: -1, documents: 0 };
  return {
    /** Answers the line. */
    add(value: object, written?: string): string {
      const line = `${written ?? canonicalJson(value)}\n`;
      all.update(line);
      counts.items += 1;
      if ('document' in value) {
        documents.update(line);
        counts.documents += 1;
      }
      return line;
    },
    summary: (): BackupSummary => ({
      ...counts,
      sha256: all.copy().digest('hex'),
      documentsSha256: documents.copy().digest('hex'),
    }),
  };
}

function parseHeader(file: string, value: unknown): z.infer<typeof header> {
  const found = header.safeParse(value);
  if (!found.success) throw new BackupDamagedError(file, 'это не копия, которую снимает эта программа');
  if (found.data.version > VERSION) throw new BackupNewerError(file);
  return found.data;
}

function parseLine(file: string, line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw new BackupDamagedError(file, 'в ней стоит непонятное', { cause });
  }
}

async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // The failure of either is what the reader is told.
  source.on('error', (error) => unpacked.destroy(error));
  try {
    yield* createInterface({ input: source.pipe(unpacked), crlfDelay: Infinity });
    // The interface ends in silence where its input fails.
    if (unpacked.errored) throw unpacked.errored;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT') throw new BackupDamagedError(file, 'такого файла нет', { cause });
    if (code.startsWith('Z_')) throw new BackupDamagedError(file, 'файл не распаковывается', { cause });
    throw blameDisk(file, cause);
  } finally {
    source.destroy();
  }
}
