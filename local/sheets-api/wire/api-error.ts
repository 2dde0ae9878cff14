export type ApiStatus =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'PERMISSION_DENIED'
  | 'UNAUTHENTICATED'
  | 'RESOURCE_EXHAUSTED'
  | 'INTERNAL'
  | 'UNAVAILABLE'
  | 'UNIMPLEMENTED';

export interface FieldViolation {
  readonly field?: string;
  readonly description: string;
}

interface ErrorDetail {
  readonly message: string;
  readonly violations?: readonly FieldViolation[];
  /** As they go over the wire, each with its `@type`. */
  readonly details?: readonly object[];
}

/** An answer other than 200, with the code, status and text that Google gives for the same mistake. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: number;
  readonly status: ApiStatus;
  readonly violations: readonly FieldViolation[];
  readonly details: readonly object[];

  constructor(code: number, status: ApiStatus, { message, violations = [], details = [] }: ErrorDetail) {
    super(message);
    this.code = code;
    this.status = status;
    this.violations = violations;
    this.details = details;
  }
}

export function invalidArgument(message: string, violations: readonly FieldViolation[] = []): ApiError {
  return new ApiError(400, 'INVALID_ARGUMENT', { message, violations });
}

/** Of a body that is wrong all over, so many mistakes are told. */
const MAX_TOLD = 100;

/** Several mistakes of one body: a line each, and all their violations. */
export function joinErrors(errors: readonly ApiError[]): ApiError {
  const told = errors.slice(0, MAX_TOLD);
  return invalidArgument(
    told.map(({ message }) => message).join('\n'),
    told.flatMap(({ violations }) => violations),
  );
}

export function notFound(): ApiError {
  return new ApiError(404, 'NOT_FOUND', { message: 'Requested entity was not found.' });
}

/** What Google may well know and the stand-in does not: refused by name rather than passed over. */
export function unknownHere(what: string): ApiError {
  return new ApiError(501, 'UNIMPLEMENTED', {
    message: `The local stand-in of the Sheets API does not know ${what}.`,
  });
}

/** What not even Google knows: refused in Google's words. `place` is '' for the whole body. */
export function unknownToGoogle(name: string, place: string): ApiError {
  const at = place === '' ? '' : ` at '${place}'`;
  const description = `Invalid JSON payload received. Unknown name "${name}"${at}: Cannot find field.`;
  return invalidArgument(description, [place === '' ? { description } : { field: place, description }]);
}

/**
 * Runs `work`; a plain refusal of its is said of that part of the call: `Invalid data[0]: …`.
 * Throws what `work` throws, renamed.
 */
export function within<T>(part: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 400 || error.violations.length > 0) throw error;
    throw invalidArgument(`Invalid ${part}: ${error.message}`);
  }
}

/** The body of an error answer, without `errors[]`, as the Sheets API sends it. */
export function formatErrorBody({ code, message, status, violations, details }: ApiError): object {
  const request = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations };
  const all = violations.length > 0 ? [request, ...details] : details;
  return { error: { code, message, status, ...(all.length > 0 && { details: all }) } };
}
