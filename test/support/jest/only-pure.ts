import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { Server } from 'node:net';

/**
 * From now on this process starts no other and opens no server: whoever tries learns that a suite which needs that
 * says so in its name.
 */
export function keepPure(): void {
  Server.prototype.listen = () => refuse('opens a server');
  Reflect.set(ChildProcess.prototype, 'spawn', () => refuse('starts a process'));
  childProcess.spawnSync = () => refuse('starts a process');
  childProcess.execFileSync = () => refuse('starts a process');
  childProcess.execSync = () => refuse('starts a process');
  syncBuiltinESMExports();
}

function refuse(what: string): never {
  throw new Error(
    `A suite of the fast lane ${what}: name the file NAME.COMPONENT.test.ts (test/run-tests.ts).`,
  );
}
