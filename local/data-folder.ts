import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreNewerError } from '../functions/use-cases/ports/errors.ts';
import { closeToOthers, isUnfinished, makeOwnFolder, onDisk, writeWhole } from './disk.ts';
import {
  DamagedFolderError,
  FolderBusyError,
  ForeignFolderError,
  NotProvisionedError,
} from './local-errors.ts';

const MARKER = 'shnor.json';
const SERVER = 'server.json';
/** Of what lies in the folder and how. */
const VERSION = 1;
const STARTING = 'starting.json';

const markerSchema = z.object({
  program: z.literal('shnor'),
  version: z.number().int(),
  /** The workbook that commands mean when they name none. */
  workbookId: z.string().optional(),
});

const serverSchema = z.object({
  pid: z.number().int(),
  sheetsUrl: z.url(),
  /** What the stand-in there asks for; absent: an earlier version of the program, which asks for nothing. */
  sheetsKey: z.string().optional(),
  /** Where the spreadsheet is open for browsers; absent: the process shows no page, or not yet. */
  pageUrl: z.url().optional(),
});

const startingSchema = z.object({
  pid: z.number().int(),
  /** Where the page will be; absent: any free port, which nobody knows yet. */
  pageUrl: z.url().optional(),
});

/** Another process that is about to serve the folder. */
export type StartingServer = z.infer<typeof startingSchema>;

/** Another process that serves the folder's spreadsheets. */
export type RunningServer = z.infer<typeof serverSchema>;

export interface DataFolder {
  readonly path: string;
  file(name: string): string;
  readonly workbookId: string | undefined;
  saveWorkbookId(workbookId: string): void;
  /** The program that serves this folder right now, if one does. */
  findServer(): RunningServer | undefined;
  /** Until the returned function is called, other commands use this process's server. */
  announceServer(server: RunningServer): () => void;
  /** The program that is starting up over this folder right now, if one is. */
  findStarting(): StartingServer | undefined;
  /** Until the returned function is called, others learn that this process is starting up. */
  announceStarting(starting: StartingServer): () => void;
}

/**
 * Opens the folder or makes it. Throws `ForeignFolderError` for a folder that holds somebody else's files and
 * `DamagedFolderError` where our own are unreadable, `StoreNewerError` where a later program made it, `DiskError`; none touches anything. With `mustExist` a folder that is
 * not ours is not made: `NotProvisionedError`.
 */
export function openDataFolder(path: string, { mustExist = false } = {}): DataFolder {
  if (!existsSync(join(path, MARKER))) {
    if (mustExist) throw new NotProvisionedError(path);
    initialise(path);
  }
  closeToOthers(path);
  let marker = readMarker(path);
  if (marker.version > VERSION) throw new StoreNewerError(path);
  return {
    path,
    file: (name) => join(path, name),
    get workbookId() {
      return marker.workbookId;
    },
    saveWorkbookId(workbookId) {
      marker = { ...marker, workbookId };
      writeJson(join(path, MARKER), marker);
    },
    findServer: () => findServer(path),
    announceServer: (server) => announceServer(path, server),
    findStarting: () => findStarting(path),
    announceStarting: (starting) => announceStarting(path, starting),
  };
}

function initialise(path: string): void {
  if (existsSync(path) && onDisk(path, () => readdirSync(path)).some((name) => !isUnfinished(name)))
    throw new ForeignFolderError(path);
  makeOwnFolder(path);
  writeJson(join(path, MARKER), { program: 'shnor', version: VERSION });
}

function readMarker(path: string): z.infer<typeof markerSchema> {
  const file = join(path, MARKER);
  const text = onDisk(file, () => readFileSync(file, 'utf8'));
  try {
    return markerSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new DamagedFolderError(file, error);
  }
}

/** Undefined for one that is broken: nobody's word, and no data of anybody is in it. */
function readAnnouncement<Value>(file: string, schema: z.ZodType<Value>): Value | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function writeJson(file: string, value: unknown): void {
  writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

function findServer(path: string): RunningServer | undefined {
  const server = readAnnouncement(join(path, SERVER), serverSchema);
  return server && isAlive(server.pid) ? server : undefined;
}

function announceServer(path: string, server: RunningServer): () => void {
  const running = findServer(path);
  if (running && running.pid !== process.pid) throw new FolderBusyError(path, running.pid);
  writeJson(join(path, SERVER), server);
  return () => rmSync(join(path, SERVER), { force: true });
}

function findStarting(path: string): StartingServer | undefined {
  const starting = readAnnouncement(join(path, STARTING), startingSchema);
  return starting && isAlive(starting.pid) ? starting : undefined;
}

/** Whoever came first keeps the word: the second is about to find the port taken. */
function announceStarting(path: string, starting: StartingServer): () => void {
  if (findStarting(path)) return () => undefined;
  writeJson(join(path, STARTING), starting);
  return () => rmSync(join(path, STARTING), { force: true });
}

/** A process that was killed leaves its announcement behind; signal 0 asks whether it lives. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process lives too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
