import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { AsyncHost, HostApi } from './host-api.ts';

/** A synchronous call over an asynchronous channel: the caller's thread sleeps on `signal` until it is answered. */
export interface Channel {
  readonly port: MessagePort;
  /** One 32-bit number, shared by both threads: 1 while an answer lies in the port. */
  readonly signal: Int32Array<SharedArrayBuffer>;
}

interface Question {
  readonly method: keyof HostApi;
  readonly given: readonly unknown[];
}

type Answer = { readonly value: unknown } | { readonly refusal: string };

/** The worker's end. A host that fails is told to `refuse`, which throws what the script shall see. */
export function connectHost({ port, signal }: Channel, refuse: (message: string) => never): HostApi {
  const ask = (question: Question): unknown => {
    port.postMessage(question);
    Atomics.wait(signal, 0, 0);
    Atomics.store(signal, 0, 0);
    const answer = (receiveMessageOnPort(port) as { readonly message: Answer }).message;
    return 'refusal' in answer ? refuse(answer.refusal) : answer.value;
  };
  return new Proxy({} as HostApi, {
    get:
      (_target, method) =>
      (...given: readonly unknown[]) =>
        ask({ method: method as keyof HostApi, given }),
  });
}

/** The host's end: answers the worker's questions one after another until the port is closed. */
export function answerCalls({ port, signal }: Channel, host: AsyncHost): void {
  const reply = async (question: Question): Promise<void> => {
    const answer = await findAnswer(host, question);
    port.postMessage(answer);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  };
  port.on('message', (question: Question) => void reply(question));
}

async function findAnswer(host: AsyncHost, { method, given }: Question): Promise<Answer> {
  try {
    const carryOut = host[method] as (...given: readonly unknown[]) => unknown;
    return { value: await carryOut(...given) };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}
