/** A command that was not carried out; `message` tells the user in Russian what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** For the log of Apps Script («Выполнения») alone: status, vendor's words. Never the token. */
  readonly detail: string;
  /** What the function calls the refusal; '' where it is none of a function. */
  readonly code: string;

  constructor(message: string, detail: string, code = '') {
    super(message);
    this.detail = detail;
    this.code = code;
  }
}

/** Services of Apps Script throw objects of their own, so `instanceof Error` would not hold for them. */
export function textOf(thrown: unknown): string {
  const message: unknown = typeof thrown === 'object' && thrown && 'message' in thrown && thrown.message;
  return typeof message === 'string' ? message : String(thrown);
}
