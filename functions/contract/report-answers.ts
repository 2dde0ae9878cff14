import * as z from 'zod/mini';
import { findingCounts } from './answer-fields.ts';

export const reportAnswer = z.object({
  status: z.enum(['unchanged', 'published', 'draft']),
  /** 0 for a draft. */
  number: z.number(),
  /** `yyyy-MM-dd`. */
  asOf: z.string(),
  /** Tab of the report in the workbook. */
  sheetId: z.number(),
  sheetTitle: z.string(),
  findings: findingCounts,
  message: z.string(),
});

/** `value` is what `report` takes: of a form its name, of a span the object as JSON text. */
const choices = z.array(z.object({ value: z.string(), title: z.string() }));
const state = z.enum(['formed', 'signed', 'recalled']);

/** What a report may be asked for, and the reports that the workbook has, the latest first. */
export const reportsAnswer = z.object({
  /** `yyyy-MM-dd`. */
  today: z.string(),
  forms: choices,
  spans: choices,
  /** For a card; of very many only the first. */
  schools: z.array(z.string()),
  reports: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      /** Russian: of which span and day. */
      about: z.string(),
      state,
      stateText: z.string(),
      /** Null where its tab stands no longer. */
      sheetId: z.nullable(z.number()),
    }),
  ),
  /** Null where there are no older ones. */
  before: z.nullable(z.number()),
});

export const reportFileAnswer = z.object({
  name: z.string(),
  type: z.string(),
  /** The file in base64. */
  content: z.string(),
  message: z.string(),
});

export const formsAnswer = z.object({
  /** `isOwn`: of the workbook, not of the program: it can be removed. */
  forms: z.array(z.object({ name: z.string(), kind: z.string(), about: z.string(), isOwn: z.boolean() })),
  /** Russian: every field with its meaning, as lines. */
  fields: z.string(),
  message: z.string(),
});

export const reportStateAnswer = z.object({
  status: z.enum(['unchanged', 'changed']),
  number: z.number(),
  state,
  /** What people have said of it, oldest first. */
  changes: z.array(
    z.object({
      state: z.enum(['signed', 'recalled']),
      on: z.optional(z.string()),
      at: z.string(),
      by: z.string(),
      role: z.string(),
      paperNumber: z.optional(z.string()),
      paperDate: z.optional(z.string()),
      reason: z.optional(z.string()),
    }),
  ),
  message: z.string(),
});
