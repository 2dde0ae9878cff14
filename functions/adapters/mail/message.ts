import type { SendMailOptions } from 'nodemailer';
import type { Letter } from '../../use-cases/ports/mail.ts';

/** The letter as nodemailer takes it. */
export function toMessage(letter: Letter, from: string): SendMailOptions {
  const { messageId, to, subject, text, html, date, unsubscribeUrl } = letter;
  return {
    from: { name: 'ШНОР', address: from },
    to,
    subject,
    text,
    html,
    date: new Date(date),
    messageId: `<${messageId}@${domainOf(from)}>`,
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      // No holiday notes in answer, no answer at all (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    // Russian in quoted-printable would be six signs a letter.
    textEncoding: 'base64',
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
