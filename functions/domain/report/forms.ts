import { countOf, NOUNS } from '../text/russian.ts';
import { composeBrief } from './parts/brief-part.ts';
import { basisOfSchool, composeCard, formatCard } from './parts/card-part.ts';
import { composeDataBank, formatRegister, uncountedTable } from './parts/data-bank-part.ts';
import { composeDetails } from './parts/details-part.ts';
import { composeLate, formatLate, formatOverdueOutside, linkObligations } from './parts/late-part.ts';
import { composeMatrix } from './parts/matrix-part.ts';
import { composeNotes } from './parts/notes-part.ts';
import type { ReportBasis } from './report-basis.ts';
import type { ReportForm, ReportPart, Requisites } from './report-document.ts';
import { formatOver } from './report-span.ts';
import { composeSummary } from './parts/summary-part.ts';
import { orderEntries } from './tables/row-orders.ts';
import { tally } from '../assessment/tally.ts';
import { composeLead, composeTitle, formatDue, formatSubject } from './parts/title-part.ts';
import { composeWork } from './parts/work-part.ts';

/** One workbook's forms; the region's is composed of what they leave behind. */
export type WorkbookReportForm = Exclude<ReportForm, 'region'>;

interface FormSpec {
  readonly documentKind: string;
  /** Requisite 17, before «за 2021 год». */
  readonly heading: string;
  /** Not signed by the head, for whom it is made. */
  readonly isForHead?: boolean;
  compose(basis: ReportBasis, school: string | undefined): readonly ReportPart[];
}

/** Which parts each form is made of. */
export const FORMS: Readonly<Record<WorkbookReportForm, FormSpec>> = {
  full: {
    documentKind: 'СВОДНЫЙ ОТЧЁТ',
    heading: 'Об исполнении регламента комплексного сопровождения ШНОР',
    compose: (basis) => {
      const links = linkObligations(basis);
      return [
        composeTitle(basis, [`расшифровка, ${countOf(basis.obligations.length, NOUNS.row)}`]),
        composeSummary(basis, links),
        composeMatrix(basis, links),
        composeLate(basis),
        composeDataBank(basis),
        composeWork(basis, orderEntries(basis.journal)),
        composeNotes(basis),
        composeDetails(basis),
      ];
    },
  },
  brief: {
    documentKind: 'СПРАВКА',
    heading: 'О ходе исполнения регламента комплексного сопровождения ШНОР',
    compose: (basis) => [composeTitle(basis), composeBrief(basis)],
  },
  overdue: {
    documentKind: 'СПИСОК',
    heading: 'О просроченных исполнениях регламента комплексного сопровождения ШНОР',
    isForHead: true,
    compose: (basis) => [composeLead(formatSubject(basis), formatLate(basis)), composeLate(basis)],
  },
  data_bank: {
    documentKind: 'ВЫПИСКА',
    heading: 'О сведениях банка данных ШНОР',
    compose: (basis) => {
      const bank = composeDataBank(basis);
      return [
        composeLead(formatRegister(basis)),
        { ...bank, blocks: [...bank.blocks, { kind: 'table', table: uncountedTable(basis) }] },
      ];
    },
  },
  school_card: {
    documentKind: 'КАРТОЧКА ШКОЛЫ',
    heading: 'Об исполнении регламента комплексного сопровождения ШНОР',
    compose: (basis, school) => {
      const own = basisOfSchool(basis, school);
      return [
        composeLead(formatCard(own), formatDue(tally(own.obligations)), formatOverdueOutside(own)),
        composeCard(own),
        composeWork(own),
      ];
    },
  },
};

export function composeRequisites(form: WorkbookReportForm, { assessment, span }: ReportBasis): Requisites {
  const { settings } = assessment.records;
  const { documentKind, heading, isForHead } = FORMS[form];
  const head = { position: settings.signerPosition, name: settings.signerName };
  return {
    ...settings.reportRequisites,
    institution: settings.institution,
    documentKind,
    addressee: isForHead ? toDative(settings.signerPosition) : settings.addressee,
    heading: form === 'data_bank' ? heading : `${heading} ${formatOver(span)}`,
    signer: isForHead ? { position: settings.preparedBy || 'Исполнитель', name: '' } : head,
    executor: isForHead ? '' : settings.preparedBy,
  };
}

const DATIVES: Readonly<Record<string, string>> = {
  начальник: 'Начальнику',
  руководитель: 'Руководителю',
  директор: 'Директору',
  заместитель: 'Заместителю',
  председатель: 'Председателю',
  заведующий: 'Заведующему',
};

/** «Начальник МКУ» → «Начальнику МКУ»; a position of another word stays as it stands in the settings. */
function toDative(position: string): string {
  const [first = '', ...rest] = position.split(' ');
  return [DATIVES[first.toLocaleLowerCase('ru')] ?? first, ...rest].join(' ');
}
