import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import express, { type Express } from 'express';
import type { SheetsApi } from '../sheets-api/server.ts';
import { answerError } from './answer-error.ts';
import { addAddonRoutes } from './addon/addon-routes.ts';
import { openAddons, type Addons } from './addon/addons.ts';
import type { AddonParts } from './addon/addon-window.ts';
import { bundlePage } from './bundle.ts';
import { createApplier, type EditApplier } from './edits/apply-edits.ts';
import { changeTypesOf } from './edits/change-types.ts';
import { openDoor } from './door.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { openLiveBook, type LiveBook } from './live-book.ts';
import { addPhoneRoutes, type PhoneSheets } from './phone/phone-routes.ts';
import { addPrintRoutes } from './print/print-routes.ts';
import { guardRequests } from './security.ts';
import { personOf, windowOf } from './addon/window-of.ts';
import { addSignIn, type SignInParts } from './sign-in/sign-in.ts';
import { signedInAs } from './sign-in/signed-in.ts';
import { openSheetsClient } from './sheets-client.ts';
import { openPageStorage } from './storage.ts';
import { editsRequest, type EditsAnswer, type EditsRequest } from './wire/edits.ts';
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
  readonly signIn: Pick<SignInParts, 'accounts' | 'publicUrl'>;
}

export interface Page {
  readonly app: Express;
  /** The spreadsheet may have changed: browsers are told what has. */
  refresh(): void;
  close(): Promise<void>;
}

const MAX_BODY = '32mb';
const HTML = join(import.meta.dirname, 'page.html');

/** The spreadsheet page: its files, the workbook, edits, events, the add-on's menu. */
export async function openPage(options: PageOptions): Promise<Page> {
  const { spreadsheetId, sheetsApi, readPeople } = options;
  const people = [...(await readPeople())];
  const folder = await bundlePage(join(dirname(options.file), 'page'));
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
  const parts = { book, applier, stream, addons, people, askPeople, phone };
  // Whoever opens the page first does not wait for what can be done before.
  encoded(book.refresh().shown);
  const app = express();
  const door = openDoor();
  app.use(door.guard);
  const endSignIn = prepare(app, folder, { ...options.signIn, readPeople });
  addRoutes(app, { ...parts, ...(notice && { notice }) });
  app.use(answerError(door));
  return {
    app,
    refresh: () => void book.refresh(),
    async close() {
      door.shut();
      endSignIn();
      stream.close();
      await addons.close();
      storage.close();
    },
  };
}

interface PageParts {
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

/** The whole workbook as text, made once a state. */
const encoded = rememberLast(encodeStyled);

function rememberLast<Given extends object>(make: (given: Given) => string): (given: Given) => string {
  let last: { readonly given: Given; readonly made: string } | undefined;
  return (given) => {
    if (last?.given !== given) last = { given, made: make(given) };
    return last.made;
  };
}

/** What everybody may have, the program of the page among it; what follows is for those who have come in. */
function prepare(app: Express, folder: string, signIn: SignInParts): () => void {
  app.disable('x-powered-by');
  app.use(guardRequests);
  app.use('/page', express.static(folder, { cacheControl: false }));
  const end = addSignIn(app, signIn);
  app.use(express.json({ limit: MAX_BODY }));
  return end;
}

function addRoutes(app: Express, parts: PageParts): void {
  const { book, applier, stream, addons } = parts;
  const warmUp = once(() => addons.warmUp());
  app.get('/', (_request, response) => void response.type('html').send(readFileSync(HTML)));
  app.get('/api/book', (_request, response) => {
    response.type('json').set('cache-control', 'no-store').send(encoded(book.refresh().shown));
  });
  app.get('/api/site', async (request, response) => {
    const { people, notice } = parts;
    const signedIn = signedInAs(request);
    await parts.askPeople();
    const site: PageSite = { people: signedIn ? [signedIn] : people, isSignedIn: signedIn !== undefined };
    response.json({ ...site, ...(notice && { notice }) });
  });
  app.get('/api/menus', async (request, response) => {
    response.json({ menus: await addons.menus(windowOf(parts, request)) });
  });
  app.get('/api/events', (request, response) => {
    const window = windowOf(parts, request);
    stream.listen(window, response);
    warmUp();
    stream.send(window.client, { kind: 'hello', sequence: book.refresh().shown.sequence });
  });
  app.post('/api/edits', async (request, response) => {
    const window = windowOf(parts, request);
    const asked = editsRequest.parse(request.body);
    const person = personOf(parts, request);
    if (person && !person.mayEdit) return void response.json(refuseAll(asked, person, book));
    response.json(await applier.apply(asked, window.email));
    addons.changed(window, changeTypesOf(asked.edits));
  });
  addAddonRoutes(app, parts);
  addPhoneRoutes(app, book, parts.phone);
  addPrintRoutes(app, book, { onePage: parts.phone.overview });
}

/**
 * What the first edit would wait for is done when the first window stands: before, the window would wait for it.
 */
function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}

/** Whoever may only look is told so, and sees again what stands. */
function refuseAll({ edits }: EditsRequest, { title }: PagePerson, book: LiveBook): EditsAnswer {
  const message = `Роль «${title}» — только смотреть. Править могут методист, начальник и редактор.`;
  const outcomes = edits.map(({ number }) => ({ number, status: 'refused' as const, message }));
  return { sequence: book.refresh().shown.sequence, outcomes };
}
