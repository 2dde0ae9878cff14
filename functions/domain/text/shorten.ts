import type { Finding } from '../findings/finding.ts';
import { maskPersonal } from './personal-data.ts';

/** More than anyone reads in a cell, and more than any text that nobody has typed by mistake. */
const MAX_TEXT = 2_000;
const MAX_QUOTE = 300;
const QUOTE = new RegExp(`«([^«»]{${MAX_QUOTE}})[^«»]+»`, 'gu');

/**
 * A text that people are told, in a length that a cell takes, whatever it quotes: a cell of Google Sheets holds
 * 50,000 characters, and a sentence about a full one would be longer. Long quotes are cut first, so that the
 * sentence around them stays.
 */
export function shorten(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const quoted = text.replaceAll(QUOTE, '«$1…»');
  return quoted.length <= MAX_TEXT ? quoted : `${quoted.slice(0, MAX_TEXT).toWellFormed()}…`;
}

/** At most so many signs of the text, and «…» where there were more. */
export function cutAt(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** As `cutAt`, but no word is cut in two where a space stands near enough. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const space = cut.lastIndexOf(' ');
  const whole = space > length / 2 ? cut.slice(0, space) : cut.slice(0, length);
  return `${whole.replace(/[\s,;:.–—-]+$/u, '').toWellFormed()}…`;
}

export function shortenFinding(finding: Finding): Finding {
  const { subject, message, advice } = finding;
  return {
    ...finding,
    ...(subject !== undefined && { subject: shorten(subject) }),
    // Whatever it quotes goes on to mail, reports and logs.
    message: maskPersonal(shorten(message)),
    advice: shorten(advice),
  };
}
