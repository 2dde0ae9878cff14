import { errorAnswer } from '../../../functions/contract/answers.ts';
import type { GuardedService } from '../guarded-service.ts';
import type { Attempt } from './attempts.ts';
import type { Answered } from './send-attempt.ts';

/** Refusals that are made before the workbook is looked at. */
const AT_THE_DOOR = new Set([400, 401, 403, 404, 405, 408, 413, 415, 429, 431]);
const LEAKS = [
  /\bat [^\n]*:\d+:\d+/u,
  /node_modules/u,
  /\/(?:tmp|home|work|usr)\//u,
  /\.(?:ts|mjs|sqlite)\b/u,
  /BEGIN /u,
];

/** What of the service must stand as it was. */
export interface Standing {
  readonly everything: string;
  /** Members, reports, history. */
  readonly kept: string;
}

export function standingOf({ store, seen }: GuardedService): Standing {
  const documents = [...store.documents.values()];
  const versions = documents.map(({ key, version }) => `${key} ${version}`);
  const kept = documents.flatMap(({ key, version, data }) => {
    if (/\/(?:reports|report-states|history|inputs)\//u.test(key)) return [`${key} ${version}`];
    return 'members' in data ? [`${key} ${JSON.stringify(data['members'])}`] : [];
  });
  return { everything: [...versions, `writes ${seen.sheetsWrites}`].join('\n'), kept: kept.join('\n') };
}

/** English: what is wrong; undefined where nothing is. */
export function judge(
  attempt: Attempt,
  answered: Answered | undefined,
  { before, after }: { readonly before: Standing; readonly after: Standing },
): string | undefined {
  if (!answered) return attempt.bytes ? undefined : 'no answer';
  const { status, headers, text } = answered;
  if (status >= 500 && status !== 503) return `status ${status}`;
  if (status >= 400 && AT_THE_DOOR.has(status) && before.everything !== after.everything)
    return `${status}, and something was written`;
  if (status >= 400 && before.kept !== after.kept) return `${status}, and something kept has changed`;
  const leak = LEAKS.find((each) => each.test(text));
  if (leak) return `says ${String(leak.exec(text)?.[0])}`;
  if (headers['x-content-type-options'] !== 'nosniff') return 'not nosniff';
  if (!/no-store|private/u.test(String(headers['cache-control']))) return 'not no-store';
  if (status < 400 || attempt.method === 'HEAD' || isCalendar(attempt)) return undefined;
  return isError(text) ? undefined : `${status} with no error of the contract`;
}

/** Calendar programs are told in plain text. */
function isCalendar({ path }: Attempt): boolean {
  return path.startsWith('/calendar');
}

function isError(text: string): boolean {
  try {
    return errorAnswer.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
