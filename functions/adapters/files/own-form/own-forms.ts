import { extname } from 'node:path';
import { OWN_FORM_KINDS, type OwnFormKind } from '../../../domain/report/own-form/own-form.ts';
import {
  FileKindUnknownError,
  FileUnreadableError,
  FormTooLargeError,
} from '../../../use-cases/ports/file-errors.ts';
import type { OwnForms } from '../../../use-cases/ports/ports.ts';
import { assertFileSize, FileLimitError, PLAN_LIMITS, type PlanLimits } from '../plan/limits.ts';
import { createQueue } from '../plan/process/queue.ts';
import { readApart } from '../plan/process/read-apart.ts';
import type { ReadingAnswer } from '../plan/process/plan-reader.ts';
import { sampleForms } from './samples.ts';

const MEGABYTE = 1024 * 1024;

/** Of a form as it is sent: it holds words and lines, no data. */
const FORM_LIMITS: PlanLimits = { ...PLAN_LIMITS, bytes: 2 * MEGABYTE, unpackedBytes: 30 * MEGABYTE };

/** A repeat of all executions of 3,000 schools makes much of a small form. */
const FILLING_LIMITS: PlanLimits = { ...FORM_LIMITS, milliseconds: 60_000, heapMegabytes: 700 };

export function createOwnForms(limits = FORM_LIMITS, fillingLimits = FILLING_LIMITS): OwnForms {
  const inTurn = createQueue(limits);
  return {
    samples: sampleForms,
    check: async (name, bytes) => {
      const kind = kindOf(name);
      assertSize(name, bytes, limits);
      const answer = await inTurn(() => readApart({ task: 'check_form', kind, bytes, limits }));
      return { ...resultOf(name, answer), kind };
    },
    fill: async ({ name, kind, bytes }, filling) =>
      resultOf(
        name,
        await inTurn(() => readApart({ task: 'fill_form', kind, bytes, filling, limits: fillingLimits })),
      ),
  };
}

function kindOf(name: string): OwnFormKind {
  const kind = OWN_FORM_KINDS.find((each) => extname(name).toLowerCase() === `.${each}`);
  if (!kind)
    throw new FileKindUnknownError(
      name,
      OWN_FORM_KINDS.map((each) => `.${each}`),
    );
  return kind;
}

function assertSize(name: string, bytes: Uint8Array, limits: PlanLimits): void {
  try {
    assertFileSize(bytes.byteLength, limits);
  } catch (cause) {
    if (cause instanceof FileLimitError) throw new FormTooLargeError(name, cause.message, { cause });
    throw cause;
  }
}

function resultOf<Result>(name: string, answer: ReadingAnswer<Result>): Result {
  if (answer.outcome === 'read') return answer.result;
  const options = { cause: new Error(answer.why) };
  if (answer.outcome === 'too_large') throw new FormTooLargeError(name, answer.why, options);
  throw new FileUnreadableError(name, options);
}
