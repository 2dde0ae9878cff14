import { footerOf, UNSUBSCRIBE, type LetterFrame, type LinkedDigest } from './letter-frame.ts';
import { escapeHtml } from '../layout/escape-html.ts';

type Section = LinkedDigest['sections'][number];

/** Of the line before a section: mail programs show little else alike. */
const TONES: Readonly<Record<Section['tone'], string>> = {
  burning: '#b91c1c',
  due: '#b45309',
  calm: '#1d4ed8',
};

const FONT = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * HTML that mail programs show alike: styles stand in the elements, widths are the reader's up to a readable most,
 * nothing is loaded from anywhere.
 */
export function letterHtml(digest: LinkedDigest, frame: LetterFrame): string {
  const title = escapeHtml(digest.subject);
  return [
    `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head>',
    `<body style="margin:0;padding:0;background:#f3f4f6;color:#111827;${FONT};font-size:16px;line-height:1.45">`,
    '<div style="max-width:640px;margin:0 auto;padding:20px 16px;background:#ffffff">',
    `<h1 style="margin:0 0 12px;font-size:22px;line-height:1.25">${escapeHtml(digest.heading)}</h1>`,
    figuresHtml(digest),
    ...digest.sections.map((section) => sectionHtml(section, frame)),
    `<p style="margin:24px 0 0">${anchor(frame.url, 'Открыть таблицу')}</p>`,
    footerHtml(frame),
    '</div></body></html>',
  ].join('\n');
}

function figuresHtml({ figures }: LinkedDigest): string {
  if (figures.length === 0) return '';
  const rows = figures.map(
    ({ title, count }) =>
      `<tr><td style="padding:3px 12px 3px 0;color:#374151">${escapeHtml(title)}</td>` +
      `<td style="padding:3px 0;font-size:20px;font-weight:bold;text-align:right;white-space:nowrap">${escapeHtml(count)}</td></tr>`,
  );
  return `<table role="presentation" style="border-collapse:collapse;margin:0 0 8px">${rows.join('')}</table>`;
}

function sectionHtml({ title, tone, lines, more }: Section, frame: LetterFrame): string {
  const colour = TONES[tone];
  const rest =
    more > 0 ? `<p style="margin:10px 0 0">И ещё ${more} — ${anchor(frame.url, 'в таблице')}.</p>` : '';
  return (
    `<h2 style="margin:24px 0 4px;font-size:17px;color:${colour}">${escapeHtml(title)}` +
    ` <span style="font-weight:normal;color:#6b7280">${lines.length + more}</span></h2>` +
    lines.map((line) => lineHtml(line, colour, frame)).join('') +
    rest
  );
}

function lineHtml(
  { title, detail, link }: Section['lines'][number],
  colour: string,
  { url }: LetterFrame,
): string {
  const head = link === '' ? `<strong>${escapeHtml(title)}</strong>` : anchor(`${url}${link}`, title);
  return (
    `<div style="margin:10px 0 0;padding:2px 0 2px 12px;border-left:4px solid ${colour};overflow-wrap:anywhere">` +
    `${head}<br><span style="color:#374151">${escapeHtml(detail)}</span></div>`
  );
}

function footerHtml(frame: LetterFrame): string {
  const lines = footerOf(frame).map(escape).join('<br>');
  return (
    '<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #e5e7eb;font-size:13px;color:#6b7280">' +
    `${lines}<br>${anchor(frame.unsubscribeUrl, UNSUBSCRIBE)}.</p>`
  );
}

function anchor(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}" style="color:#1d4ed8">${escapeHtml(text)}</a>`;
}
