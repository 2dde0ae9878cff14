import { z } from 'zod';
import type { FetchAnswer } from '../host-api.ts';
import { refuseUnknown, strict } from '../strict.ts';
import { requireAuthorisation } from './authorisation.ts';
import type { ScriptRun } from './script-run.ts';

/** Strict, so that a parameter which the stand-in would ignore ends the run. */
const parametersSchema = z.strictObject({
  method: z.enum(['get', 'post', 'put', 'patch', 'delete']).default('get'),
  contentType: z.string().default('application/x-www-form-urlencoded'),
  headers: z.record(z.string(), z.string()).default({}),
  payload: z.string().optional(),
  muteHttpExceptions: z.boolean().default(false),
  followRedirects: z.boolean().default(true),
});

export function createUrlFetchApp(run: ScriptRun) {
  const { host, refuse } = run;
  return strict('UrlFetchApp', {
    fetch(url: string, parameters: unknown = {}) {
      requireAuthorisation(run, 'UrlFetchApp.fetch');
      const given = parseParameters(parameters);
      const answer = host.fetch({
        url,
        method: given.method.toUpperCase(),
        headers: { 'Content-Type': given.contentType, ...given.headers },
        body: given.payload,
        followRedirects: given.followRedirects,
      });
      if (answer.status >= 400 && !given.muteHttpExceptions) {
        refuse(`Request failed for ${url} returned code ${answer.status}.`);
      }
      return createResponse(answer);
    },
  });
}

function parseParameters(parameters: unknown): z.infer<typeof parametersSchema> {
  const parsed = parametersSchema.safeParse(parameters);
  return parsed.data ?? refuseUnknown('UrlFetchApp.fetch parameters', z.prettifyError(parsed.error));
}

function createResponse({ status, body }: FetchAnswer) {
  return strict('HTTPResponse', { getResponseCode: () => status, getContentText: () => body });
}
