import { formatDate } from '../../../domain/dates/dates.ts';
import type { ReportAnnex } from '../../../domain/records/records.ts';
import type { ReportDocument, ReportPart } from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';
import { ANNEX_TITLES } from '../../worksheets/report-choices.ts';

/** What stands around the parts of a report, as text: the requisites of GOST R 7.0.97 in reading order. */
export interface ReportFrame {
  /** 05, 08, 10, 11 and 12: the corner on the left, a line each. */
  readonly corner: readonly string[];
  /** 15: the right half. */
  readonly addressee: string;
  /** 09. */
  readonly documentKind: string;
  /** 17. */
  readonly heading: string;
  /** 22; the name may be ''. */
  readonly signer: { readonly position: string; readonly name: string };
  /** 25; '' where not given. */
  readonly executor: string;
  /** «Сведения о формировании»: by what the paper is held against the store. Once, at the end. */
  readonly proof: string;
  /** 20: what is sent with it, before the number of its sheets; '' where nothing is. */
  readonly annexes: string;
  /** 19: above an annex. */
  readonly annexOf: string;
  /** How the paper itself stands; files do not say it. */
  readonly state: string;
}

/** A report without a number is not to be taken for one. */
const DRAFT = 'ЧЕРНОВИК';

export function formatFrame(document: ReportDocument, proof: ReportProof): ReportFrame {
  const { number, requisites } = document;
  const { institution, contacts, reference, addressee, documentKind, heading, signer, executor } = requisites;
  return {
    corner: [institution, contacts, number > 0 ? PLACE_OF_NUMBER : DRAFT, reference].filter(
      (line) => line !== '',
    ),
    addressee,
    documentKind,
    heading,
    signer,
    executor: executor === '' ? '' : `Исп.: ${executor}`,
    proof: formatProof(document, proof),
    annexes: listAnnexes(document),
    annexOf: `к ${dativeOf(documentKind)} ${lowerFirst(heading)}${number > 0 ? '' : ` (${DRAFT})`}`,
    state: proof.state ?? '',
  };
}

/** Filled in by hand: the date and the number under which the paper is registered. */
const PLACE_OF_NUMBER = '______________ № ______________';

function formatProof(document: ReportDocument, { documentHash }: ReportProof): string {
  const { date, revision, errors = 0 } = document;
  const facts = [
    `${nameOf(document)}, ${MADE[genderOf(document)]} программой ${formatDate(date)}`,
    ...(revision > 0 ? [`ревизия данных ${revision}`] : []),
    ...(errors > 0 ? [`ошибок в данных на этот день — ${errors}`] : []),
  ];
  return `Сведения о формировании: ${facts.join(', ')}. Контрольная сумма SHA-256: ${documentHash}.`;
}

/** «к сводному отчёту», as requisite 19 wants the kind of the document; a kind that is not known stays as it is. */
const DATIVES: Readonly<Record<string, string>> = {
  'СВОДНЫЙ ОТЧЁТ': 'сводному отчёту',
  ОТЧЁТ: 'отчёту',
  СПРАВКА: 'справке',
  СПИСОК: 'списку',
  ВЫПИСКА: 'выписке',
  'КАРТОЧКА ШКОЛЫ': 'карточке школы',
  'СПРАВКА О КАЧЕСТВЕ ДАННЫХ': 'справке о качестве данных',
};

function dativeOf(documentKind: string): string {
  return DATIVES[documentKind] ?? `документу «${documentKind}»`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('ru') + text.slice(1);
}

const MADE = { he: 'сформирован', she: 'сформирована' } as const;

function genderOf({ requisites }: ReportDocument): keyof typeof MADE {
  return /^(?:СПРАВКА|ВЫПИСКА|КАРТОЧКА)/u.test(requisites.documentKind) ? 'she' : 'he';
}

/** Parts below the signature in the order in which they follow: of one annex they stand together. */
function annexesOf({ parts }: Pick<ReportDocument, 'parts'>): readonly ReportAnnexPages[] {
  const groups = Map.groupBy(parts.filter(isAnnex), ({ annex = 'details' }) => annex);
  return [...groups].map(([annex, those]) => ({ annex, parts: those }));
}

interface ReportAnnexPages {
  readonly annex: ReportAnnex;
  readonly parts: readonly ReportPart[];
}

/** Those that are sent with the paper; of a report of an earlier form all. */
export function annexesOnPaper(document: ReportDocument): readonly ReportAnnexPages[] {
  const { annexes } = document;
  return annexesOf(document).filter(({ annex }) => annexes === undefined || annexes.includes(annex));
}

function listAnnexes(document: ReportDocument): string {
  return annexesOnPaper(document)
    .map(({ annex }) => ANNEX_TITLES[annex])
    .join(', ');
}

/** `СВОДНЫЙ ОТЧЁТ № 4`. */
export function nameOf({ number, requisites }: ReportDocument): string {
  return `${requisites.documentKind} ${number > 0 ? `№ ${number}` : `(${DRAFT.toLocaleLowerCase('ru')})`}`;
}

/** Where the paper is signed. */
export const SIGNATURE_LINE = '____________________';

/** The signature stands before it. In reports of an earlier form only «Расшифровка», which does not say so. */
export function isAnnex({ key, annex }: Pick<ReportPart, 'key' | 'annex'>): boolean {
  return annex !== undefined || key === 'details';
}

/** A document of so many parts has a page of text in front, as a letter has; a shorter one begins with its tables. */
export const PARTS_OF_LONG = 5;

/** `1. Исполнение по мероприятиям`; the only part of a document needs no number, and an annex has its own heading. */
export function titleOfPart({ parts }: ReportDocument, index: number): string {
  const { title = '', annex } = parts[index] ?? {};
  return parts.length > 1 && annex === undefined ? `${index + 1}. ${title}` : title;
}
