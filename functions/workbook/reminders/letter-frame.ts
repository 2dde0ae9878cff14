import type { Digest } from '../../domain/reminders/digest.ts';

/** The digest with the places of its rows as fragments of the workbook's address (`#gid=…&range=…`). */
export type LinkedDigest = Omit<Digest, 'sections'> & {
  readonly sections: readonly (Omit<Digest['sections'][number], 'lines'> & {
    /** `link`: '' where the row stands nowhere. */
    readonly lines: readonly { readonly title: string; readonly detail: string; readonly link: string }[];
  })[];
};

export interface LetterFrame {
  /** Of the workbook, without a fragment. */
  readonly url: string;
  readonly unsubscribeUrl: string;
  /** Of whom it goes to. */
  readonly positions: readonly string[];
}

/** What stands below every letter. */
export function footerOf({ positions }: LetterFrame): readonly string[] {
  const whose = positions.map((position) => `«${position}»`).join(', ');
  return [
    `Письмо составила система ШНОР для адреса должности ${whose}. Отвечать на него не нужно: отметки ставят в таблице.`,
    'О каждом сроке система пишет по одному разу на каждой ступени напоминаний.',
  ];
}

export const UNSUBSCRIBE =
  'Не писать о мероприятии: его номер — в столбец «Не напоминать по» на листе «Ответственные»';
