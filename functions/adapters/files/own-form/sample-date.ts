/** Of every sample: a file needs one, and equal bytes need the same. */
export const SAMPLE_DATE = new Date('2026-01-01T00:00:00Z');
