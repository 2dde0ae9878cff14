import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatCalendar } from '../../../../functions/adapters/calendar/format-calendar.ts';
import type { Calendar } from '../../../../functions/use-cases/ports/calendar.ts';
import { runs } from '../../../support/long.ts';

const EVENT = {
  key: 'r1//',
  id: 'a1b2',
  day: '2026-12-31',
  title: '3.2 Сбор планов ОО — 5 школ',
  description: 'Не исполнено.',
} as const;
const CALENDAR: Calendar = {
  name: 'ШНОР: сроки — методист',
  url: 'https://docs.google.com/spreadsheets/d/1/edit#gid=148001',
  at: '2026-09-15T03:00:00.000Z',
  revision: 7,
  events: [EVENT],
};

/** By RFC 5545, 3.1: lines end in CRLF and are folded; what begins with a space goes on. */
function unfold(text: string): readonly string[] {
  return text.replaceAll(/\r\n[ \t]/gu, '').split('\r\n');
}

describe('an iCalendar of control dates', () => {
  test('has whole days that end on the next one, names that stay, and the moment in UTC', async () => {
    const lines = unfold(await formatCalendar(CALENDAR));
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//shnor//shnor//RU',
      'NAME:ШНОР: сроки — методист',
      'X-WR-CALNAME:ШНОР: сроки — методист',
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
      'BEGIN:VEVENT',
      'UID:a1b2@shnor',
      'SEQUENCE:7',
      'DTSTAMP:20260915T030000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:3.2 Сбор планов ОО — 5 школ',
      'TRANSP:TRANSPARENT',
      'DESCRIPTION:Не исполнено.\\nhttps://docs.google.com/spreadsheets/d/1/edit#gid=148001',
      'URL;VALUE=URI:https://docs.google.com/spreadsheets/d/1/edit#gid=148001',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  test('is folded at 75 octets and escaped, whatever people have typed', async () => {
    const property = fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (typed) => {
      const title = `3.2 ${typed}`;
      const text = await formatCalendar({ ...CALENDAR, events: [{ ...EVENT, title }] });
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const summaries = unfold(text).filter((line) => line.startsWith('SUMMARY:'));
      expect(summaries).toHaveLength(1);
      expect(summaries[0]?.slice('SUMMARY:'.length)).not.toMatch(/(?<!\\)(?:\\\\)*[;,]/u);
      expect(unfold(text).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    });
    await fc.assert(property, runs(200));
  });
});
