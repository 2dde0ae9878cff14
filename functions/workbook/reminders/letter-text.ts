import { footerOf, UNSUBSCRIBE, type LetterFrame, type LinkedDigest } from './letter-frame.ts';

/** Plain text, a row in three lines at most: what, when, where. */
export function letterText(digest: LinkedDigest, frame: LetterFrame): string {
  const sections = digest.sections.map(({ title, lines, more }) =>
    [
      title.toLocaleUpperCase('ru'),
      ...lines.map((line) => lineText(line, frame)),
      ...(more > 0 ? [`И ещё ${more}: ${frame.url}`] : []),
    ].join('\n\n'),
  );
  const figures = digest.figures.map(({ title, count }) => `${title}: ${count}`).join('\n');
  const footer = ['-- ', ...footerOf(frame), `${UNSUBSCRIBE}: ${frame.unsubscribeUrl}`].join('\n');
  return `${[digest.heading, figures, ...sections, `Таблица: ${frame.url}`, footer].filter(Boolean).join('\n\n')}\n`;
}

function lineText(
  { title, detail, link }: LinkedDigest['sections'][number]['lines'][number],
  { url }: LetterFrame,
) {
  return [`• ${title}`, `  ${detail}`, ...(link === '' ? [] : [`  ${url}${link}`])].join('\n');
}
