import type * as z from 'zod';
import type { Wish } from './wish.ts';

/** A question to `gcloud` whose answer is JSON. */
export type Ask = <Answer>(schema: z.ZodType<Answer>, ...args: readonly string[]) => Promise<Answer>;

export type Place = Pick<Wish, 'project' | 'region' | 'folder'>;

/** `shnor` of `projects/p/locations/r/queues/shnor`. */
export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
