import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { ReportAnnex, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import {
  composeReport,
  type WorkbookReportForm,
} from '../../../../functions/domain/report/compose-document.ts';
import { records, SETTINGS } from '../records/records-builder.ts';
import { SMALL } from './small-workbook.ts';

interface Asked {
  readonly form?: WorkbookReportForm;
  readonly annexes?: readonly ReportAnnex[];
  readonly book?: WorkbookRecords;
}

const WITH_ANNEX = records({
  settings: { ...SETTINGS, reportLook: { ...SETTINGS.reportLook, annexes: ['details'] } },
});

/** What a report is beyond its figures: the keys that not every report has. */
function beyond({ form = 'full', annexes, book = WITH_ANNEX }: Asked): object {
  const document = composeReport({
    form,
    number: 3,
    date: '2021-10-16',
    revision: 5,
    assessment: assessWorkbook(book, '2021-10-15'),
    school: 'ОО № 1',
    annexes,
  });
  const { parts: _, requisites: __, ...told } = document;
  return told;
}

const HEAD = {
  schema: 'report-document-1',
  number: 3,
  date: '2021-10-16',
  asOf: '2021-10-15',
  span: { start: '2021-01-01', end: '2021-12-31', title: '2021 год' },
  revision: 5,
};

test.each<[string, Asked, object]>([
  ['has the annexes of the settings', {}, { form: 'full', annexes: ['details'] }],
  ['has those that were asked for instead', { annexes: ['journal'] }, { form: 'full', annexes: ['journal'] }],
  ['has none where none was asked for', { annexes: [] }, { form: 'full', annexes: [] }],
  [
    'of a form without annexes says nothing of them',
    { form: 'brief', annexes: ['journal'] },
    { form: 'brief' },
  ],
  ['of a card says nothing of them', { form: 'school_card' }, { form: 'school_card' }],
  [
    'tells how many errors its figures may suffer from',
    { form: 'overdue', book: SMALL },
    { form: 'overdue', errors: 2 },
  ],
])('a report %s', (_, asked, told) => expect(beyond(asked)).toEqual({ ...HEAD, ...told }));
