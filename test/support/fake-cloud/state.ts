import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a project of Google's has, as far as the fakes know it; kept in the folder that `FAKE_CLOUD` names. */
export interface CloudState {
  readonly projectNumber: string;
  readonly hasBilling: boolean;
  readonly apis: readonly string[];
  readonly accounts: readonly string[];
  /** `on member role` */
  readonly bindings: readonly string[];
  readonly databases: Readonly<Record<string, string>>;
  readonly services: Readonly<Record<string, FakeService>>;
  readonly queues: readonly string[];
  /** Of the queues and jobs. */
  readonly paused: readonly string[];
  /** The flags by name. */
  readonly jobs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly secrets: readonly string[];
  readonly budgets: readonly string[];
  readonly images: readonly string[];
  readonly metrics: readonly string[];
  /** The file and the channel, by display name. */
  readonly policies: Readonly<Record<string, string>>;
  /** The addresses. */
  readonly channels: readonly string[];
  readonly hasRules: boolean;
  /** Bound scripts: by id, the workbook and the names of files. */
  readonly scripts: Readonly<Record<string, { readonly parent: string; readonly files: readonly string[] }>>;
  readonly claspUser: boolean;
  /** Workbooks, and the members that provision gave them. */
  readonly books: Readonly<Record<string, readonly string[]>>;
}

export interface FakeService {
  readonly labels: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, string>>;
}

export const EMPTY: CloudState = {
  projectNumber: '123456789012',
  hasBilling: true,
  apis: ['cloudresourcemanager.googleapis.com'],
  accounts: [],
  bindings: [],
  databases: {},
  services: {},
  queues: [],
  paused: [],
  jobs: {},
  secrets: [],
  budgets: [],
  images: [],
  metrics: [],
  policies: {},
  channels: [],
  hasRules: false,
  scripts: {},
  claspUser: false,
  books: {},
};

export function readCloud(folder: string): CloudState {
  const file = join(folder, 'cloud.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CloudState) : EMPTY;
}

export function writeCloud(folder: string, change: Partial<CloudState>): void {
  writeFileSync(
    join(folder, 'cloud.json'),
    JSON.stringify({ ...readCloud(folder), ...change }, undefined, 1),
  );
}

/** One call of a fake program. */
export interface FakeCall {
  /** Where the cloud is kept. */
  readonly folder: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `3 before`: the third change of all fails, and is not made; `3 after`: it is made, and fails all the same. */
  readonly dies?: string;
}

/** What a fake says on its way out; `answer` had gone to its standard output before. */
export class FakeFailure extends Error {
  answer = '';
}

export function fail(words: string): never {
  throw new FakeFailure(`ERROR: ${words}`);
}

export function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

/** Makes the change and writes it down. */
export function change({ folder, args, dies = '' }: FakeCall, made: Partial<CloudState>): void {
  const [at, when] = dies.split(' ');
  appendFileSync(join(folder, 'changes.log'), `${args.join(' ').replaceAll('\n', ' ')}\n`);
  const isLast = at === String(countChanges(folder));
  if (isLast && when === 'before') fail('interrupted before');
  writeCloud(folder, made);
  if (isLast) fail('interrupted after');
}

export function countChanges(folder: string): number {
  const log = join(folder, 'changes.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').length : 0;
}
