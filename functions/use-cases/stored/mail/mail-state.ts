import * as z from 'zod';
import { storedDay } from '../encoding/stored-day.ts';

const trouble = z.object({
  /** The day of it. */
  on: storedDay,
  /** Russian: what the server has said. */
  reason: z.string(),
  /** The server does not want letters to the address: for some days none is tried. */
  isRefused: z.boolean(),
});

/** Of the mail what a pass must know without a further read; it lies in the head of the workbook. */
export const mailState = z.object({
  /** The last day on which reminders were planned. */
  plannedOn: z.string(),
  /** Address (`personKey`) → hash of all that it could be told that day: the same again, there is nothing new. */
  people: z.record(z.string(), z.string()),
  /** Addresses with letters that were not known to be sent when this was written. */
  open: z.array(z.string()),
  /** When to look after them, ISO 8601 in UTC; absent where there are none. */
  next: z.string().optional(),
  /** Addresses that letters do not reach. */
  troubles: z.record(z.string(), trouble),
  /** The installation has no mail, and it was said. */
  isUnset: z.boolean().optional(),
});

export type MailState = z.infer<typeof mailState>;
