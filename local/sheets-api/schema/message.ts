import { z } from 'zod';

/**
 * A message of the Sheets API: every field may be absent, as in proto3, and a field that is not listed
 * is refused, so that nothing which the stand-in does not know passes in silence.
 */
export function message<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape).partial();
}

export const index = z.int().min(0);
export const text = z.string();
export const flag = z.boolean();
