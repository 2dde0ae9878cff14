import { describe, expect, test } from '@jest/globals';
import { describeFailure } from '../../../../functions/entry-points/http/failure.ts';
import {
  BadRequestError,
  MethodError,
  UnknownDayError,
} from '../../../../functions/entry-points/http/request-errors.ts';
import {
  AppendsHeldError,
  AppendsRunningError,
} from '../../../../functions/use-cases/append/append-errors.ts';
import {
  ContentionError,
  StoreConflictError,
  StoreDamagedError,
  StoreUnavailableError,
} from '../../../../functions/use-cases/ports/errors.ts';
import {
  IdentityRefusedError,
  IdentityUnavailableError,
} from '../../../../functions/use-cases/ports/identity-errors.ts';
import {
  SheetMovedError,
  SpreadsheetAccessError,
  SpreadsheetNotFoundError,
  SpreadsheetQuotaError,
  SpreadsheetUnreachableError,
} from '../../../../functions/use-cases/ports/spreadsheet-errors.ts';
import {
  AccessDeniedError,
  ReadOnlyRoleError,
} from '../../../../functions/use-cases/stored/access/membership.ts';
import { ReportMissingError } from '../../../../functions/use-cases/stored/reports/errors.ts';
import { WorkbookUnknownError } from '../../../../functions/workbook/workbook-errors.ts';

const outage = { address: 'https://sheets.example', reason: '503', maybeApplied: false };

describe('the status of an answer', () => {
  test.each([
    ['the fields of a request are wrong', new BadRequestError(['number']), 400],
    ['the day does not exist', new UnknownDayError('2026-02-30'), 400],
    ['nobody known asks', new IdentityRefusedError('absent'), 401],
    ['a stranger asks', new AccessDeniedError('a@example.ru'), 403],
    [
      'the role may only look',
      new ReadOnlyRoleError({ email: 'a@example.ru', role: 'head' }, 'expand.act'),
      403,
    ],
    ['the workbook was never provisioned', new WorkbookUnknownError('w'), 404],
    ['the report does not exist', new ReportMissingError(7), 404],
    ['the spreadsheet is gone', new SpreadsheetNotFoundError('w'), 404],
    ['somebody else is appending rows', new AppendsRunningError('a@example.ru', 5), 409],
    ['the store has changed meanwhile', new StoreConflictError('workbooks/w'), 409],
    ['everybody writes at once', new ContentionError(5), 409],
    ['people moved rows during the write', new SheetMovedError('w'), 409],
    ['the data wait for a word', new AppendsHeldError(['Исполнение']), 422],
    [
      'the system itself has no access',
      new SpreadsheetAccessError({ spreadsheetId: 'w', reason: '403' }),
      422,
    ],
    ['the store is damaged', new StoreDamagedError('store.sqlite'), 422],
    ['too much was asked within a minute', new SpreadsheetQuotaError('w', 30), 429],
    ['the spreadsheets do not answer', new SpreadsheetUnreachableError(outage), 503],
    ['the store does not answer', new StoreUnavailableError('Firestore'), 503],
    ['nobody can tell who asks', new IdentityUnavailableError('https://certificates.example'), 503],
  ])('where %s', (_, error, status) => {
    const { code, message } = error;
    expect(describeFailure(error)).toEqual({ status, answer: { error: { code, message } } });
  });

  test('where the method is not POST, with the one that is', () => {
    const { code, message } = new MethodError('GET');
    const headers = { allow: 'POST' };
    expect(describeFailure(new MethodError('GET'))).toEqual({
      status: 405,
      answer: { error: { code, message } },
      headers,
    });
  });

  test('where it is our own bug: 500, with the cause in the log alone', () => {
    const bug = new TypeError('x is not a function');
    const { bug: told, ...answer } = describeFailure(bug);
    expect(answer).toMatchObject({ status: 500, answer: { error: { code: 'internal' } } });
    expect(JSON.stringify(answer)).not.toContain(bug.message);
    expect(told).toBe(bug);
  });
});
