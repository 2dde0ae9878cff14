import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { Settings } from '../../../../functions/domain/records/records.ts';
import { composeRequisites, type WorkbookReportForm } from '../../../../functions/domain/report/forms.ts';
import { prepareBasis } from '../../../../functions/domain/report/report-basis.ts';
import type { Requisites } from '../../../../functions/domain/report/report-document.ts';
import { records, SETTINGS } from '../records/records-builder.ts';

function requisitesOf(form: WorkbookReportForm, changes: Partial<Settings> = {}) {
  const settings: Settings = {
    ...SETTINGS,
    addressee: 'МОиН',
    signerPosition: 'Начальник',
    signerName: 'И. О. Фамилия',
    preparedBy: 'Методист',
    reportRequisites: { standard: 'ГОСТ Р 7.0.97-2025', contacts: 'тел. 1', reference: '№ 2' },
    reportLook: { ...SETTINGS.reportLook, basis: 'по приказу № 3', headAddressee: 'Начальнику' },
    ...changes,
  };
  const assessment = assessWorkbook(records({ settings }), '2021-10-15');
  return composeRequisites(form, prepareBasis({ assessment }));
}

const REGULATION = 'регламента комплексного сопровождения ШНОР';

const BY_HEAD = {
  addressee: 'МОиН',
  signer: { position: 'Начальник', name: 'И. О. Фамилия' },
  executor: 'Методист',
};
const FOR_HEAD = { addressee: 'Начальнику', signer: { position: 'Методист', name: '' }, executor: '' };

/** What a report is called, whom it goes to, who signs it, who prepared it. */
test.each<[WorkbookReportForm, Partial<Requisites>]>([
  [
    'full',
    {
      ...BY_HEAD,
      documentKind: 'СВОДНЫЙ ОТЧЁТ',
      heading: `Об исполнении ${REGULATION} по приказу № 3 за 2021 год`,
    },
  ],
  [
    'brief',
    {
      ...BY_HEAD,
      documentKind: 'СПРАВКА',
      heading: `О ходе исполнения ${REGULATION} по приказу № 3 за 2021 год`,
    },
  ],
  [
    'overdue',
    {
      ...FOR_HEAD,
      documentKind: 'СПИСОК',
      heading: `О просроченных исполнениях ${REGULATION} по приказу № 3 за 2021 год`,
    },
  ],
  ['data_bank', { ...BY_HEAD, documentKind: 'ВЫПИСКА', heading: 'О сведениях банка данных ШНОР' }],
  [
    'school_card',
    {
      ...BY_HEAD,
      addressee: '',
      documentKind: 'КАРТОЧКА ШКОЛЫ',
      heading: `Об исполнении ${REGULATION} по приказу № 3 за 2021 год`,
    },
  ],
  [
    'data_quality',
    {
      ...FOR_HEAD,
      documentKind: 'СПРАВКА О КАЧЕСТВЕ ДАННЫХ',
      heading: 'О замечаниях к данным, по которым составляются отчёты о сопровождении ШНОР, за 2021 год',
    },
  ],
])('the requisites of the form %s', (form, requisites) =>
  expect(requisitesOf(form)).toEqual({
    standard: 'ГОСТ Р 7.0.97-2025',
    contacts: 'тел. 1',
    reference: '№ 2',
    institution: SETTINGS.institution,
    ...requisites,
  }),
);

test('where no order is named the heading goes without, and a list that nobody prepared is signed by the executor', () => {
  const changes = { preparedBy: '', reportLook: SETTINGS.reportLook };
  const { heading, addressee, signer, executor } = requisitesOf('overdue', changes);
  expect({ heading, addressee, signer, executor }).toEqual({
    heading: `О просроченных исполнениях ${REGULATION} за 2021 год`,
    addressee: '',
    signer: { position: 'Исполнитель', name: '' },
    executor: '',
  });
});
