import { basisOfSchool, composeCard, formatCard } from './parts/card-part.ts';
import { composeDataBank, formatRegister, uncountedTable } from './parts/data-bank-part.ts';
import { composeDetails } from './parts/details-part.ts';
import {
  composeLate,
  composeOverdue,
  formatLate,
  formatOverdueOutside,
  linkObligations,
  overdueByName,
} from './parts/late-part.ts';
import { composeMatrix } from './parts/matrix-part.ts';
import { composeNotes } from './parts/notes-part.ts';
import type { ReportBasis } from './report-basis.ts';
import type { ReportForm, ReportPart, Requisites } from './report-document.ts';
import { formatOver } from './report-span.ts';
import { composeQuality } from './parts/quality-part.ts';
import {
  composePlanDetails,
  composeSchoolPlans,
  linkPlanItems,
} from './school-plans/compose-school-plans.ts';
import { composeStates, composeSummary } from './parts/summary-part.ts';
import { createRowLinks } from './row-links.ts';
import { tally } from '../assessment/tally.ts';
import { composeLead, composeTitle, formatDue, formatSubject } from './parts/title-part.ts';
import { composeJournal } from './parts/work-part.ts';

/** One workbook's forms; the region's is composed of what they leave behind, one of an authority's own by its file. */
export type WorkbookReportForm = Exclude<ReportForm, 'region' | 'own'>;

interface FormSpec {
  readonly documentKind: string;
  /** Requisite 17, before «за 2021 год». */
  readonly heading: string;
  /** Not signed by the head, for whom it is made. */
  readonly isForHead?: boolean;
  /** A paper of the department's own: sent to nobody. */
  readonly isOwn?: boolean;
  compose(basis: ReportBasis, school: string | undefined): readonly ReportPart[];
}

/** Which parts each form is made of. */
export const FORMS: Readonly<Record<WorkbookReportForm, FormSpec>> = {
  full: {
    documentKind: 'СВОДНЫЙ ОТЧЁТ',
    heading: 'Об исполнении регламента комплексного сопровождения ШНОР',
    compose: (basis) => {
      const links = linkObligations(basis);
      const states = composeStates(basis, links);
      return [
        composeTitle(basis),
        composeSummary(basis, links),
        composeMatrix(basis, links),
        composeOverdue(basis),
        ...composeSchoolPlans(basis, linkPlanItems(basis)),
        { ...states, blocks: [...states.blocks, overdueByName(basis)] },
        composeDetails(basis),
        ...composePlanDetails(basis),
        { ...composeDataBank(basis), annex: 'data_bank' },
        composeJournal(basis),
        composeNotes(basis),
      ];
    },
  },
  brief: {
    documentKind: 'СПРАВКА',
    heading: 'О ходе исполнения регламента комплексного сопровождения ШНОР',
    compose: (basis) => [
      composeTitle(basis),
      composeSummary(basis, createRowLinks([])),
      composeOverdue(basis),
      ...composeSchoolPlans(basis),
    ],
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
    isOwn: true,
    compose: (basis, school) => {
      const own = basisOfSchool(basis, school);
      return [
        composeLead(formatCard(own), formatDue(tally(own.obligations)), formatOverdueOutside(own)),
        composeCard(own),
      ];
    },
  },
  data_quality: {
    documentKind: 'СПРАВКА О КАЧЕСТВЕ ДАННЫХ',
    heading: 'О замечаниях к данным, по которым составляются отчёты о сопровождении ШНОР,',
    isForHead: true,
    compose: (basis) => composeQuality(basis),
  },
};

export function composeRequisites(form: WorkbookReportForm, { assessment, span }: ReportBasis): Requisites {
  const { settings } = assessment.records;
  const { documentKind, heading, isForHead, isOwn } = FORMS[form];
  const { basis, headAddressee } = settings.reportLook;
  const by = basis === '' || form === 'data_quality' ? [] : [basis];
  const ministry = isOwn ? '' : settings.addressee;
  const addressee = isForHead ? headAddressee : ministry;
  const head = { position: settings.signerPosition, name: settings.signerName };
  return {
    ...settings.reportRequisites,
    institution: settings.institution,
    documentKind,
    addressee,
    heading: form === 'data_bank' ? heading : [heading, ...by, formatOver(span)].join(' '),
    signer: isForHead ? { position: settings.preparedBy || 'Исполнитель', name: '' } : head,
    executor: isForHead ? '' : settings.preparedBy,
  };
}
