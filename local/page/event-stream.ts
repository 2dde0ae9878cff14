import type { Response } from 'express';
import { encodeStyled } from './wire/encode-book.ts';
import type { BookPatch } from './wire/book.ts';
import type { PageEvent } from './wire/events.ts';

/** A browser window that listens. */
export interface Listener {
  readonly client: string;
  readonly email: string;
}

/** Server-sent events to all open windows. */
export interface EventStream {
  /** Holds the response open; the returned promise ends with it. */
  listen(listener: Listener, response: Response): void;
  /** To one window; false where it does not listen. */
  send(client: string, event: PageEvent): boolean;
  sendPatch(patch: BookPatch): void;
  sendAll(event: PageEvent): void;
  isListening(client: string): boolean;
  /** The program ends. */
  readonly isClosed: boolean;
  close(): void;
}

/** More windows than one workbook is worth. */
const MAX_LISTENERS = 64;
const HEARTBEAT_MS = 15_000;
/** How long a browser waits before it looks for a program that went away; its own patience would be seconds. */
const RETRY_MS = 250;

export function createEventStream(onGone: (client: string) => void): EventStream {
  let isClosed = false;
  const open = new Map<string, { readonly listener: Listener; readonly response: Response }>();
  const write = (response: Response, text: string): void => {
    response.write(`data: ${text}\n\n`);
  };
  const heartbeat = setInterval(() => {
    for (const { response } of open.values()) response.write(': alive\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    listen(listener, response) {
      open.get(listener.client)?.response.end();
      if (open.size >= MAX_LISTENERS) return void response.status(503).end();
      response.status(200).set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`retry: ${RETRY_MS}\n\n`);
      open.set(listener.client, { listener, response });
      response.on('close', () => {
        if (open.get(listener.client)?.response !== response) return;
        open.delete(listener.client);
        onGone(listener.client);
      });
    },
    send(client, event) {
      const found = open.get(client);
      if (found) write(found.response, JSON.stringify(event));
      return found !== undefined;
    },
    sendPatch(patch) {
      const text = `{"kind":"patch","patch":${encodeStyled(patch)}}`;
      for (const { response } of open.values()) write(response, text);
    },
    sendAll(event) {
      for (const { response } of open.values()) write(response, JSON.stringify(event));
    },
    isListening: (client) => open.has(client),
    get isClosed() {
      return isClosed;
    },
    close() {
      isClosed = true;
      clearInterval(heartbeat);
      for (const { response } of open.values()) response.end();
      open.clear();
    },
  };
}
