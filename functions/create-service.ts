import type { RequestListener } from 'node:http';
import type { FunctionName } from './contract/answers.ts';
import { FUNCTION_NAMES } from './contract/functions.ts';
import type { Door } from './entry-points/door.ts';
import { gate } from './entry-points/http/gate.ts';
import { placeAt } from './entry-points/place.ts';
import { SERVICE } from './service.ts';

/**
 * The functions framework behind our gate: the framework by itself would read and inflate up to 1 GB for whoever asks.
 * `target`: a function for a service of its own, at any path, or `shnor`: all, by path. Throws an `Error` where there
 * is no such function.
 */
export function createService(target: string, door: Door): RequestListener {
  const alone = FUNCTION_NAMES.find((name): name is FunctionName => name === target);
  if (!alone && target !== SERVICE) throw new Error(`FUNCTION_TARGET names no function: ${target}`);
  let framework: Promise<RequestListener> | undefined;
  const next = () =>
    (framework ??= import('./framework.ts').then((part) => part.openFramework(target, door)));
  const guarded = gate(door, { placeAt: alone ? () => alone : placeAt, next });
  return (request, response) => void guarded(request, response);
}
