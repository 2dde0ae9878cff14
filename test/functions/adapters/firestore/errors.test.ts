import { describe, expect, test } from '@jest/globals';
import { translateCommitError, translateReadError } from '../../../../functions/adapters/firestore/errors.ts';
import { planStoreWrites } from '../../../../functions/adapters/shared-store/store-limits.ts';

const UNCONDITIONAL = planStoreWrites([{ kind: 'put', key: 'workbooks/a', data: { n: 1 } }]);
const CONDITIONAL = planStoreWrites([
  { kind: 'put', key: 'workbooks/a', data: { n: 1 }, ifVersion: 'absent' },
  { kind: 'delete', key: 'workbooks/b' },
  { kind: 'delete', key: 'workbooks/c', ifVersion: '1.000000000' },
]);

/** As the client library throws it: the status is a number of gRPC. */
function refusal(code: number, message = 'refused'): Error {
  return Object.assign(new Error(message), { code });
}

describe('a read that Firestore refused', () => {
  test.each([
    [4, 'нет ответа за отведённое время'],
    [5, 'в проекте Google Cloud нет такой базы Firestore'],
    [7, 'у учётной записи функций нет прав на базу Firestore'],
    [8, 'исчерпана квота Firestore'],
    [14, 'Firestore не отвечает'],
  ])('with status %d says: %s', (code, reason) => {
    const cause = refusal(code);
    expect(translateReadError(cause)).toMatchObject({
      code: 'store_unavailable',
      message: `Хранилище недоступно: ${reason}. Данные в таблице целы; повторите команду позже.`,
      cause,
    });
  });

  test('for want of credentials says so', () => {
    const cause = new Error('Could not load the default credentials. Browse to …');
    expect(translateReadError(cause)).toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('нет ключа доступа к Google Cloud'),
    });
  });

  test('for a reason that is our bug stays what it is', () => {
    const cause = refusal(3, 'INVALID_ARGUMENT');
    expect(translateReadError(cause)).toBe(cause);
  });
});

describe('a commit that Firestore refused', () => {
  test.each([5, 6, 9, 10])('with status %d on a precondition is a conflict naming the documents', (code) => {
    const cause = refusal(code);
    expect(translateCommitError(cause, CONDITIONAL)).toMatchObject({
      code: 'store_conflict',
      message: 'Запись «workbooks/a», «workbooks/c» изменена другой проверкой. Повторите команду.',
      cause,
    });
  });

  test('as too contended is a conflict also without precondition', () => {
    expect(translateCommitError(refusal(10), UNCONDITIONAL)).toMatchObject({ code: 'store_conflict' });
  });

  test('because there is no database is no conflict', () => {
    const cause = refusal(5, '5 NOT_FOUND: The database (default) does not exist for project x');
    expect(translateCommitError(cause, CONDITIONAL)).toMatchObject({ code: 'store_unavailable' });
  });

  test('as too large is a broken limit', () => {
    const cause = refusal(3, '3 INVALID_ARGUMENT: maximum entity size is 1048572 bytes');
    expect(translateCommitError(cause, UNCONDITIONAL)).toMatchObject({ code: 'store_limit', cause });
  });

  test('without an answer may have been done: the store is unavailable', () => {
    expect(translateCommitError(refusal(14), CONDITIONAL)).toMatchObject({ code: 'store_unavailable' });
  });
});
