import { letterHtml } from './letter-html.ts';
import type { LetterFrame, LinkedDigest } from './letter-frame.ts';
import { letterText } from './letter-text.ts';

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The letter in both forms; they say the same. */
export function formatLetter(digest: LinkedDigest, frame: LetterFrame): WrittenLetter {
  return { subject: digest.subject, text: letterText(digest, frame), html: letterHtml(digest, frame) };
}
