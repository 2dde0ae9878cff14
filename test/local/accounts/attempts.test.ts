import { describe, expect, test } from '@jest/globals';
import { createAttempts } from '../../../local/accounts/attempts.ts';
import { TooManyAttemptsError } from '../../../local/accounts/errors.ts';

const START = Date.parse('2026-11-23T06:00:00Z');
const MINUTE = 60_000;
const ME = { email: 'a@example.ru', address: '192.0.2.1' };

function guesses() {
  const attempts = createAttempts();
  let now = START;
  const isHeard = (who = ME): boolean => {
    try {
      attempts.take({ ...who, now });
      return true;
    } catch (error) {
      if (error instanceof TooManyAttemptsError) return false;
      throw error;
    }
  };
  /** How many of so many tries in a row are heard. */
  const heard = (tries: number, who?: (index: number) => typeof ME): number =>
    Array.from({ length: tries }, (_, index) => isHeard(who?.(index))).filter(Boolean).length;
  return { attempts, isHeard, heard, later: (ms: number) => void (now += ms) };
}

describe('guessing slows down', () => {
  test('after five failures for one account, and each further one costs twice as long', () => {
    const { heard, isHeard, later } = guesses();
    expect(heard(20)).toBe(5);
    const waits = [0.5, 1, 2, 4, 8, 16, 32, 60, 60];
    for (const minutes of waits) {
      later(minutes * MINUTE - 1);
      expect(isHeard()).toBe(false);
      later(1);
      expect(isHeard()).toBe(true);
    }
  });

  test('after twenty failures from one address, whatever accounts it tries', () => {
    const { heard } = guesses();
    expect(heard(100, (index) => ({ ...ME, email: `${index}@example.ru` }))).toBe(20);
  });

  test('after fifty failures for one account, however many addresses take part', () => {
    const { heard } = guesses();
    expect(heard(200, (index) => ({ ...ME, address: `192.0.2.${index}` }))).toBe(50);
  });

  test('and one who is somebody else at another machine is not kept waiting by it', () => {
    const { heard, isHeard } = guesses();
    heard(5);
    expect(isHeard({ email: 'b@example.ru', address: '192.0.2.2' })).toBe(true);
    expect(isHeard({ ...ME, address: '192.0.2.3' })).toBe(true);
  });

  test('but success, a day, or a clock set back ends it', () => {
    const { attempts, heard, isHeard, later } = guesses();
    heard(4);
    attempts.forgive(ME);
    expect(heard(20)).toBe(5);
    later(-60 * MINUTE);
    expect(isHeard()).toBe(false);
    later(MINUTE + 60 * MINUTE);
    expect(isHeard()).toBe(true);
    later(25 * 60 * MINUTE);
    expect(heard(20)).toBe(5);
  });
});
