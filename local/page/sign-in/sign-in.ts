import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { email } from '../../../functions/contract/request-fields.ts';
import type { Accounts, Admitted } from '../../accounts/types.ts';
import { SignInRefusedError } from '../../accounts/errors.ts';
import { MAX_LENGTH } from '../../accounts/password.ts';
import type { PagePerson } from '../wire/events.ts';
import { clearCookie, readCookie, setCookie } from './cookie.ts';
import { watchOpenAnswers } from './open-answers.ts';
import { renderInvitation, renderNoAccess, renderSignIn, renderSignOut } from './render.ts';
import { noteSignedIn, signedInAs } from './signed-in.ts';

export interface SignInParts {
  readonly accounts: Accounts;
  readonly readPeople: () => Promise<readonly PagePerson[]>;
  /** Where people open the page by TLS, through a proxy of this machine. */
  readonly publicUrl?: string | undefined;
}

const password = z
  .string()
  .min(1)
  .max(2 * MAX_LENGTH);
const token = z.string().max(200);
const signInBody = z.strictObject({ email, password });
const lookBody = z.strictObject({ token });
const acceptBody = z.strictObject({ token, password });

const MAX_BODY = '8kb';
const SIGN_IN = '/account/sign-in';
/** The page that asks; the deed itself is a POST. */
export const SIGN_OUT = '/account/out';

/**
 * The pages by which people come in, and the gate that everything after it stands behind. As long as nobody was ever
 * invited the gate is open. Answers the function that closes it all.
 */
export function addSignIn(app: Express, parts: SignInParts): () => void {
  const { accounts } = parts;
  const isIn = async (session: string) => (await findPerson(parts, session)) !== undefined;
  const open = watchOpenAnswers(isIn);
  const isSecure = (request: Request) => isBehindTls(request, parts.publicUrl);
  const admit = async (request: Request, response: Response, { email: who, session }: Admitted) => {
    // Whoever comes in anew leaves nothing of what stood in this browser before.
    const before = readCookie(request, isSecure(request));
    if (before !== undefined) await accounts.signOut(before);
    setCookie(response, session, isSecure(request));
    response.json({ email: who });
  };

  // Of somebody unknown no more is read than a password is long.
  app.use('/account', express.json({ limit: MAX_BODY }), (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  app.get(SIGN_IN, (_request, response) => void response.type('html').send(renderSignIn()));
  app.get('/account/invitation', (_request, response) => void response.type('html').send(renderInvitation()));
  app.get('/account/me', async (request, response) => {
    const session = readCookie(request, isSecure(request));
    const who = session && (await accounts.find(session));
    if (who) response.json({ email: who });
    else refuse(response, 401, NOT_IN);
  });
  app.post(SIGN_IN, async (request, response) => {
    const address = addressOf(request, parts.publicUrl);
    const asked = signInBody.safeParse(request.body);
    if (!asked.success) throw new SignInRefusedError();
    await admit(request, response, await accounts.signIn({ ...asked.data, address }));
  });
  app.post('/account/look', async (request, response) => {
    response.json(await accounts.look(lookBody.parse(request.body).token));
  });
  app.post('/account/accept', async (request, response) => {
    const asked = acceptBody.parse(request.body);
    await admit(request, response, await accounts.accept(asked.token, asked.password));
  });
  app.post('/account/sign-out', async (request, response) => {
    const session = readCookie(request, isSecure(request));
    if (session !== undefined) {
      await accounts.signOut(session);
      open.end(session);
    }
    clearCookie(response, isSecure(request));
    response.json({});
  });

  app.use(async (request: Request, response: Response, next: NextFunction) => {
    if (!accounts.exist()) return next();
    const session = readCookie(request, isSecure(request));
    const who = session && (await accounts.find(session));
    if (!session || !who) return askToSignIn(request, response);
    const person = await findAmong(parts, who);
    if (!person) return sayNoAccess(request, response, who);
    noteSignedIn(request, person);
    open.add(session, response);
    next();
  });
  app.get(SIGN_OUT, (request, response) => {
    const person = signedInAs(request);
    if (person) response.type('html').send(renderSignOut(person.email));
    else response.redirect('/');
  });
  return () => open.close();
}

async function findPerson(parts: SignInParts, session: string): Promise<PagePerson | undefined> {
  const who = await parts.accounts.find(session);
  return who === undefined ? undefined : findAmong(parts, who);
}

/** A member of the workbook: an account alone opens nothing. */
async function findAmong({ readPeople }: SignInParts, who: string): Promise<PagePerson | undefined> {
  return (await readPeople()).find((person) => person.email === who);
}

const NOT_IN = 'Вход завершён или ещё не выполнен. Откройте страницу заново и войдите.';

function askToSignIn(request: Request, response: Response): void {
  if (!isForPeople(request)) return refuse(response, 401, NOT_IN);
  response.redirect(303, `${SIGN_IN}?next=${encodeURIComponent(request.originalUrl)}`);
}

function sayNoAccess(request: Request, response: Response, who: string): void {
  if (isForPeople(request)) return void response.status(403).type('html').send(renderNoAccess(who));
  refuse(response, 403, `У адреса ${who} больше нет доступа к этой книге.`);
}

function isForPeople({ method, path }: Request): boolean {
  return method === 'GET' && !path.startsWith('/api/');
}

function refuse(response: Response, status: number, message: string): void {
  response
    .status(status)
    .set('cache-control', 'no-store')
    .json({ error: { code: 'refused', message } });
}

/** By the name that was asked for: a proxy keeps it, and the same program is open without TLS on its own machine. */
function isBehindTls({ headers }: Request, publicUrl: string | undefined): boolean {
  if (publicUrl === undefined) return false;
  const { protocol, host } = new URL(publicUrl);
  return protocol === 'https:' && headers.host?.toLowerCase() === host;
}

/** Behind a proxy of this machine the last address that it names: what stands before it anybody may have made up. */
function addressOf({ socket, headers }: Request, publicUrl: string | undefined): string {
  const peer = socket.remoteAddress ?? '';
  const isProxy = publicUrl !== undefined && /^(::ffff:)?127\.|^::1$/u.test(peer);
  const named = isProxy ? String(headers['x-forwarded-for'] ?? '') : '';
  return named.split(',').at(-1)?.trim() || peer;
}
