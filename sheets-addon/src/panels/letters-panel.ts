import type { AnswerOf } from '../../../functions/contract/answers.ts';
import type { Html } from './html.ts';
import { button, layoutPart } from './panel-page.ts';

/** «Письма»: what has gone out and what has not; of one what it says. */
export function layoutLetters({ letters, text, message }: AnswerOf<'letters'>): Html {
  return layoutPart('letters', {
    message,
    text: text === null ? '' : layoutPart('letterText', { text }),
    letters: letters.map((letter) =>
      layoutPart('letter', { ...letter, open: button('Показать', 'letters', { letter: letter.id }) }),
    ),
  });
}

/** «Календарь сроков…»: the secret addresses, new ones, none any more. */
export function layoutCalendars({ feeds, message }: AnswerOf<'calendars'>): Html {
  const isAny = feeds.length > 0;
  return layoutPart('calendars', {
    message,
    feeds: feeds.map((feed) => layoutPart('feed', { ...feed })),
    issue: button(isAny ? 'Выдать новые адреса' : 'Выдать адреса', 'calendars', { wish: 'issue' }),
    revoke: isAny ? button('Отозвать все', 'calendars', { wish: 'revoke' }) : '',
  });
}
