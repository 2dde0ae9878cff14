import * as z from 'zod';
import { StoreDamagedError } from '../../ports/errors.ts';
import type { StoredDocument } from '../../ports/store.ts';

/** What a cell of a stored row holds. */
export const storedCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Throws `StoreDamagedError` where a document is not as we write it. */
export function parseStored<Value>(schema: z.ZodType<Value>, { key, data }: StoredDocument): Value {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new StoreDamagedError(key, { cause: parsed.error });
  return parsed.data;
}
