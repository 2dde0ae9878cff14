import { describe, expect, test } from '@jest/globals';
import {
  ReportEmptyError,
  ReportErrorsError,
} from '../../../../../functions/use-cases/report/refuse-report.ts';
import { makeKnowing } from '../../../../../local/cli/commands/report/known-errors.ts';

const FOUND =
  'Внимание: в данных ошибки, от которых могут быть неверны числа (1).\n• «Дата»: дня 31.09.2026 не бывает.';

/** What is made of data with one error: with which wish, what was asked and told. */
async function play(withErrors: boolean | undefined, answer?: string) {
  const said: string[] = [];
  const say = (text: string) => said.push(text.slice(0, text.lastIndexOf('\n')));
  const make = (known: boolean) =>
    known
      ? Promise.resolve('made')
      : Promise.reject(new ReportErrorsError(['«Дата»: дня 31.09.2026 не бывает.']));
  const person = {
    tell: say,
    ...(answer !== undefined && { ask: (text: string) => (say(text), Promise.resolve(answer)) }),
  };
  const made = await makeKnowing(make, withErrors, person).catch((error: unknown) => (error as Error).name);
  return [made, ...said];
}

describe('a numbered report over known errors by the command line', () => {
  test.each([
    ['да', 'made'],
    [' Д ', 'made'],
    ['', 'ReportErrorsError'],
    ['нет', 'ReportErrorsError'],
    ['да нет', 'ReportErrorsError'],
  ])('is asked about at a terminal: «%s»', async (answer, made) => {
    expect(await play(undefined, answer)).toEqual([made, FOUND]);
  });

  test('is made without a terminal, and the errors are told', async () => {
    expect(await play(undefined)).toEqual(['made', FOUND]);
  });

  test.each([
    [true, 'made'],
    [false, 'ReportErrorsError'],
  ])('is not asked about where the command says %s', async (withErrors, made) => {
    expect(await play(withErrors, 'да')).toEqual([made]);
  });

  test('is refused for any other reason as ever', async () => {
    const empty = makeKnowing(() => Promise.reject(new ReportEmptyError()), undefined, { tell: () => {} });
    await expect(empty).rejects.toThrow(ReportEmptyError);
  });
});
