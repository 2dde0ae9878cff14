import { requestSchemas, type BatchRequest, type RequestKind } from '../schema/requests.ts';
import { invalidArgument } from './api-error.ts';
import { camelCase } from './loose-values.ts';
import { snakeCase, unknownField } from './message-errors.ts';
import { parseMessage } from './parse-message.ts';

/** Google's own limit of requests in one batch. */
const MAX_REQUESTS = 100_000;

/**
 * Reads the list of a `batchUpdate`.
 * Throws `ApiError` 400 for an empty list or a broken request, 501 naming a kind that is not known here.
 */
export function parseBatch(requests: readonly Record<string, unknown>[]): BatchRequest[] {
  if (requests.length === 0) throw invalidArgument('Must specify at least one request.');
  if (requests.length > MAX_REQUESTS)
    throw invalidArgument(`Too many requests in the batch: ${requests.length}, at most ${MAX_REQUESTS}.`);
  return requests.map(parseRequest);
}

function parseRequest(request: Record<string, unknown>, index: number): BatchRequest {
  const [name, ...others] = Object.keys(request).filter((key) => request[key] !== null);
  if (name === undefined) throw invalidArgument(`Invalid requests[${index}]: No request set.`);
  if (others.length > 0)
    throw invalidArgument(
      `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${others[0]}'`,
    );
  const kind = camelCase(name);
  if (!isKnown(kind)) throw unknownField(name, `requests[${index}]`);
  const body = parseMessage(requestSchemas[kind], request[name], `requests[${index}].${snakeCase(kind)}`);
  // The schema was looked up by the kind, so the two belong together.
  return { kind, body } as BatchRequest;
}

function isKnown(kind: string): kind is RequestKind {
  return Object.hasOwn(requestSchemas, kind);
}
