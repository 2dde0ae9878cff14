import * as z from 'zod';

export const amount = z.object({
  count: z.int().min(1).max(999),
  unit: z.enum(['hour', 'day', 'working_day', 'week', 'month', 'quarter', 'half_year', 'year']),
});
