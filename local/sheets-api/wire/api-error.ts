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
  readonly field: string;
  readonly description: string;
}

/** An answer other than 200, with the code, status and text that Google gives for the same mistake. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: number;
  readonly status: ApiStatus;
  readonly violations: readonly FieldViolation[];

  constructor(code: number, status: ApiStatus, detail: { message: string; violations?: FieldViolation[] }) {
    super(detail.message);
    this.code = code;
    this.status = status;
    this.violations = detail.violations ?? [];
  }
}

export function invalidArgument(message: string, violations: FieldViolation[] = []): ApiError {
  return new ApiError(400, 'INVALID_ARGUMENT', { message, violations });
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

/** The body of an error answer, without `errors[]`, as the Sheets API sends it. */
export function formatErrorBody(error: ApiError): object {
  const { code, message, status, violations } = error;
  if (violations.length === 0) return { error: { code, message, status } };
  const detail = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations };
  return { error: { code, message, status, details: [detail] } };
}
