import type { RequestListener } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import type { Door } from './entry-points/door.ts';
import { registerFunctions } from './register.ts';

/** The functions framework with our functions in it. `target`: which of them, or `shnor`: all, by path. */
export function openFramework(target: string, door: Door): RequestListener {
  registerFunctions(door);
  // Its one public way to the server that it makes; `main` would listen by itself.
  const framework = getTestServer(target);
  return (request, response) => framework.emit('request', request, response);
}
