import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type Response } from 'express';
import { z } from 'zod';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { diskReason } from '../disk.ts';
import type { SheetsApi } from '../sheets-api/server.ts';
import { addAddonRoutes } from './addon/addon-routes.ts';
import { openAddons, type Addons } from './addon/addons.ts';
import type { AddonParts } from './addon/addon-window.ts';
import { bundlePage } from './bundle.ts';
import { createApplier, type EditApplier } from './edits/apply-edits.ts';
import { changeTypesOf } from './edits/change-types.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { openLiveBook, type LiveBook } from './live-book.ts';
import { addPhoneRoutes, type PhoneSheets } from './phone/phone-routes.ts';
import { addPrintRoutes } from './print/print-routes.ts';
import { guardRequests } from './security.ts';
import { windowOf } from './addon/window-of.ts';
import { openSheetsClient, SheetsBusyError } from './sheets-client.ts';
import { openPageStorage } from './storage.ts';
import { editsRequest } from './wire/edits.ts';
import { encodeStyled } from './wire/encode-book.ts';
import type { PagePerson, PageSite } from './wire/events.ts';

export interface PageOptions {
  readonly spreadsheetId: string;
  readonly sheetsApi: Pick<SheetsApi, 'url' | 'key' | 'read'>;
  /** The file where keys and outcomes of edits are kept. */
  readonly file: string;
  /** Who may edit here by now, first the one whom a browser is taken for that says nothing. */
  readonly readPeople: () => Promise<readonly PagePerson[]>;
  /** Stands in the page's head, where something is otherwise than people would think. */
  readonly notice?: string;
  readonly addon: AddonParts;
  /** The sheets that `/m` shows on a phone. */
  readonly phone: PhoneSheets;
}

export interface Page {
  readonly app: Express;
  /** The spreadsheet may have changed: browsers are told what has. */
  refresh(): void;
  /** Does once what an edit will do, with nothing to accept: else the first edit would wait for all that is cold. */
  warmUp(): void;
  close(): Promise<void>;
}

const MAX_BODY = '32mb';
const HTML = join(import.meta.dirname, 'page.html');

/** The spreadsheet page: its files, the workbook, edits, events, the add-on's menu. */
export async function openPage(options: PageOptions): Promise<Page> {
  const { spreadsheetId, sheetsApi, readPeople } = options;
  const people = [...(await readPeople())];
  const folder = await bundlePage();
  const storage = openPageStorage(options.file);
  const read = () => sheetsApi.read(spreadsheetId);
  const book = openLiveBook({ spreadsheetId, read, storage });
  const client = openSheetsClient(sheetsApi, spreadsheetId);
  const applier = createApplier({ book, client, storage, read, owner: people[0]?.email ?? '' });
  await applier.recover();
  const stream = createEventStream((gone) => void addons.leave(gone));
  const addons = openAddons(options.addon, stream);
  book.watch((patch) => stream.sendPatch(patch));
  const { notice, phone } = options;
  const askPeople = async () => void people.splice(0, people.length, ...(await readPeople()));
  const parts = { folder, book, applier, stream, addons, people, askPeople, phone };
  const app = createApp({ ...parts, ...(notice && { notice }) });
  return {
    app,
    refresh: () => void book.refresh(),
    warmUp: () => addons.warmUp(),
    async close() {
      stream.close();
      await addons.close();
      storage.close();
    },
  };
}

interface PageParts {
  readonly folder: string;
  readonly book: LiveBook;
  readonly applier: EditApplier;
  readonly stream: EventStream;
  readonly addons: Addons;
  readonly people: readonly PagePerson[];
  /** Whoever loads the page finds there whom «Доступ…» has let in since. */
  readonly askPeople: () => Promise<void>;
  readonly phone: PhoneSheets;
  readonly notice?: string;
}

function createApp(parts: PageParts): Express {
  const { folder, book, applier, stream, addons } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.use(guardRequests);
  app.use(express.json({ limit: MAX_BODY }));
  app.get('/', (_request, response) => void response.type('html').send(readFileSync(HTML)));
  app.use('/page', express.static(folder, { cacheControl: false }));
  app.get('/api/book', (_request, response) => {
    response.type('json').set('cache-control', 'no-store').send(encodeStyled(book.refresh().shown));
  });
  app.get('/api/site', async (_request, response) => {
    const { people, notice } = parts;
    await parts.askPeople();
    response.json({ people, ...(notice && { notice }) } satisfies PageSite);
  });
  app.get('/api/menus', async (request, response) => {
    response.json({ menus: await addons.menus(windowOf(parts, request)) });
  });
  app.get('/api/events', (request, response) => {
    const window = windowOf(parts, request);
    stream.listen(window, response);
    stream.send(window.client, { kind: 'hello', sequence: book.refresh().shown.sequence });
  });
  app.post('/api/edits', async (request, response) => {
    const window = windowOf(parts, request);
    const asked = editsRequest.parse(request.body);
    response.json(await applier.apply(asked, window.email));
    addons.changed(window, changeTypesOf(asked.edits));
  });
  addAddonRoutes(app, parts);
  addPhoneRoutes(app, book, parts.phone);
  addPrintRoutes(app, book, { onePage: parts.phone.overview });
  app.use(answerError);
  return app;
}

const answerError: ErrorRequestHandler = (error: unknown, _request, response: Response, _next) => {
  if (response.headersSent) return void response.end();
  const [status, message] = describeError(error);
  response.status(status).json({ error: { message } });
};

/** A broken escape in the address, a method that is none: the router says whose fault it is. */
function isAskersFault(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  return status >= 400 && status < 500;
}

const KEPT = 'Набранное сохранено в браузере и будет отправлено ещё раз.';

function describeError(error: unknown): readonly [number, string] {
  if (error instanceof SheetsBusyError) return [503, `${error.reason ?? 'Таблица занята.'} ${KEPT}`];
  if (error instanceof UserFacingError) return [503, `${error.message} ${KEPT}`];
  const disk = diskReason(error);
  if (disk !== undefined) return [503, `На диске программы: ${disk}. ${KEPT}`];
  if (error instanceof z.ZodError) return [400, 'Запрос не понят. Обновите страницу.'];
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  if (type.startsWith('entity.') || type === 'request.aborted' || isAskersFault(error))
    return [400, 'Запрос не понят. Обновите страницу.'];
  // A bug of ours: whoever runs the program must see it.
  console.error(error);
  return [500, 'Внутренняя ошибка страницы. Причина записана в окне, где запущена программа.'];
}
