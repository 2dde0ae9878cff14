import * as z from 'zod/mini';

/** Fields that answers share. */

export const findingCounts = z.object({
  error: z.number(),
  overdue: z.number(),
  warning: z.number(),
  reminder: z.number(),
});
