import type { MethodName } from './schema/answers.ts';
import { ApiError } from './wire/api-error.ts';

/** Calls a minute, reads and writes apart; Google grants 60 to a user and 300 to a project. */
export interface QuotaLimits {
  readonly perUser: number;
  readonly perProject: number;
}

const MINUTE = 60_000;
const READS: ReadonlySet<MethodName> = new Set<MethodName>([
  'get',
  'getByDataFilter',
  'developerMetadata.get',
  'developerMetadata.search',
  'values.get',
  'values.batchGet',
  'values.batchGetByDataFilter',
]);

export type Quota = (call: { method: MethodName; email: string | undefined; now: Date }) => void;

/**
 * Counts calls by the minute of the clock; a batch is one call. The check throws `ApiError` 429 for the call that
 * is one too many.
 */
export function createQuota(limits: QuotaLimits): Quota {
  let minute = -1;
  const counts = new Map<string, number>();
  const take = (key: string, limit: number, name: string): void => {
    const used = (counts.get(key) ?? 0) + 1;
    if (used > limit) throw exceeded(name, limit);
    counts.set(key, used);
  };
  return ({ method, email, now }) => {
    const current = Math.floor(now.getTime() / MINUTE);
    if (current !== minute) counts.clear();
    minute = current;
    const kind = READS.has(method) ? 'Read' : 'Write';
    take(`${kind} user ${email ?? ''}`, limits.perUser, `${kind} requests per minute per user`);
    take(`${kind} project`, limits.perProject, `${kind} requests per minute`);
  };
}

const SERVICE = 'sheets.googleapis.com';
const CONSUMER = 'projects/1';

function exceeded(limit: string, value: number): ApiError {
  const kind = limit.startsWith('Read') ? 'Read' : 'Write';
  const metadata = {
    service: SERVICE,
    consumer: CONSUMER,
    quota_metric: `${SERVICE}/${kind.toLowerCase()}_requests`,
    quota_limit: `${kind}RequestsPerMinutePer${limit.endsWith('user') ? 'User' : 'Project'}`,
    quota_limit_value: String(value),
    quota_location: 'global',
  };
  return new ApiError(429, 'RESOURCE_EXHAUSTED', {
    message: `Quota exceeded for quota metric '${kind} requests' and limit '${limit}' of service '${SERVICE}' for consumer 'project_number:1'.`,
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata,
      },
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [
          {
            description: 'Request a higher quota limit.',
            url: 'https://cloud.google.com/docs/quotas/help/request_increase',
          },
        ],
      },
    ],
  });
}
