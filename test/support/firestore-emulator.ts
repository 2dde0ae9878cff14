import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from './free-port.ts';

const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const JAR = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';
const READY_WITHIN_MS = 90_000;
/** It lives for minutes: to compile it well would cost more than it saves. */
const JVM = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

/** The environment variable by which the global set-up tells the tests what is missing for an emulator. */
export const EMULATOR_MISSING = 'SHNOR_TEST_EMULATOR_MISSING';

export interface FirestoreEmulator {
  /** `127.0.0.1:PORT`, for `FIRESTORE_EMULATOR_HOST`. */
  readonly host: string;
  stop(): Promise<void>;
}

/** The emulator that stands on this machine, or in words what is missing for it. */
type EmulatorSearch =
  | { readonly found: true; readonly java: string; readonly jar: string }
  | { readonly found: false; readonly missing: string };

export function findEmulator(path: string): EmulatorSearch {
  const java = findCommand('java', path);
  if (!java) return { found: false, missing: 'no java in PATH' };
  const gcloud = findCommand('gcloud', path);
  if (!gcloud) return { found: false, missing: 'no gcloud in PATH, nor FIRESTORE_EMULATOR_HOST' };
  // The command links into the SDK's `bin`, so two folders up is the SDK's root.
  const jar = join(realpathSync(gcloud), '..', '..', JAR);
  return existsSync(jar) ? { found: true, java, jar } : { found: false, missing: `no ${JAR} in the SDK` };
}

function findCommand(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the emulator on a free port and waits until it answers; it keeps everything in memory. */
export async function startEmulator(java: string, jar: string): Promise<FirestoreEmulator> {
  const port = await findFreePort();
  const host = `127.0.0.1:${port}`;
  const args = [...JVM, '-cp', jar, MAIN_CLASS, '--host', '127.0.0.1', '--port', String(port)];
  const child = spawn(java, args, {
    stdio: 'ignore',
  });
  const killChild = (): boolean => child.kill('SIGKILL');
  // Also where the test run ends before its teardown.
  process.once('exit', killChild);
  const stop = async (): Promise<void> => {
    process.off('exit', killChild);
    await stopChild(child);
  };
  try {
    await waitUntilReady(host, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, stop };
}

async function waitUntilReady(host: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the Firestore emulator ended with code ${child.exitCode}`);
    if (await answers(host)) return;
    await delay(50);
  }
  throw new Error(`the Firestore emulator did not answer within ${READY_WITHIN_MS} ms`);
}

async function answers(host: string): Promise<boolean> {
  try {
    return (await fetch(`http://${host}/`)).ok;
  } catch {
    // Not listening yet: the caller asks again until its deadline.
    return false;
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
