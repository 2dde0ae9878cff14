import type { Express } from 'express';
import { z } from 'zod';
import { PANEL_POLICY } from '../../addon-host/panel-frame.ts';
import type { LiveBook } from '../live-book.ts';
import type { PagePerson } from '../wire/events.ts';
import type { Addons } from './addons.ts';
import { windowOf } from './window-of.ts';

const pressBody = z.strictObject({ menu: z.string().max(200), item: z.string().max(200) });
const answerBody = z.strictObject({
  id: z.string().max(60),
  button: z.enum(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
  text: z.string().max(10_000).default(''),
});
const selectionBody = z.strictObject({ sheetId: z.int(), range: z.string().max(60) });
const runBody = z.strictObject({ functionName: z.string().max(100), args: z.array(z.unknown()).max(20) });

interface AddonRouteParts {
  readonly addons: Addons;
  readonly book: Pick<LiveBook, 'refresh'>;
  readonly people: readonly PagePerson[];
}

/** The menu, answers to dialogs, the selection, sidebars. */
export function addAddonRoutes(app: Express, parts: AddonRouteParts): void {
  const { addons } = parts;
  app.post('/api/menu', async (request, response) => {
    const { menu, item } = pressBody.parse(request.body);
    await addons.press(windowOf(parts, request), menu, item);
    response.json({});
  });
  app.post('/api/dialog', (request, response) => {
    const { id, ...answer } = answerBody.parse(request.body);
    addons.answer(windowOf(parts, request), id, answer);
    response.json({});
  });
  app.post('/api/selection', (request, response) => {
    const { sheetId, range } = selectionBody.parse(request.body);
    const sheet = parts.book.refresh().shown.sheets.find(({ frame }) => frame.sheetId === sheetId);
    if (sheet) addons.select(windowOf(parts, request), { sheetId, sheetTitle: sheet.frame.title, range });
    response.json({});
  });
  app.get('/api/panels/:id', (request, response) => {
    const html = addons.panel(request.params.id);
    if (html === undefined) return void response.status(404).end();
    response.set('content-security-policy', PANEL_POLICY).type('html').send(html);
  });
  app.post('/api/run', async (request, response) => {
    const { functionName, args } = runBody.parse(request.body);
    response.json(await addons.run(windowOf(parts, request), functionName, args));
  });
}
