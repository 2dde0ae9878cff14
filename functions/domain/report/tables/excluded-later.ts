import { formatDate } from '../../dates/dates.ts';
import { listNames } from '../../text/russian.ts';
import type { ReportBasis } from '../report-basis.ts';

/** What stands in the workbook and is not in the figures, or not as it stands. */
export interface Exclusion {
  readonly what: string;
  readonly count: number;
  readonly why: string;
}

/** What a report of a past day cannot take from the sheet of today. */
export function laterThanDay({ gaps, asOf }: ReportBasis): readonly Exclusion[] {
  const day = formatDate(asOf);
  return [
    {
      what: 'Отметки «выполнено» с более поздней датой',
      count: gaps.doneLater,
      why: `На ${day} ещё не исполнено.`,
    },
    {
      what: 'Подтверждающие документы с более поздней датой',
      count: gaps.provedLater,
      why: `На ${day} документа не было: исполнение показано как неподтверждённое.`,
    },
    {
      what: 'Отметки «выполнено» без даты исполнения и даты документа',
      count: gaps.doneUndated,
      why: `Было ли исполнено на ${day}, по таблице не узнать: показано как неподтверждённое.`,
    },
    {
      what: 'Отметки «в работе» и «не требуется», возвраты и переносы',
      count: gaps.marksUndated,
      why: `Учтены, но стояли ли они уже ${day}, таблица не хранит.`,
    },
    { what: 'Внешние акты с более поздней датой', count: gaps.actsLater, why: `На ${day} акта не было.` },
    { what: 'Записи журнала с более поздней датой', count: gaps.journalLater, why: `Сделаны после ${day}.` },
    {
      what: 'Документы записей журнала с более поздней датой',
      count: gaps.journalProvedLater,
      why: `На ${day} документа не было: запись показана без него.`,
    },
    {
      what: `Школы, вышедшие из списка позже: ${listNames(gaps.schoolsLeftLater)}`,
      count: gaps.schoolsLeftLater.length,
      why: 'Учтены; прежний статус таблица не хранит, принят «ШНОР».',
    },
    {
      what: `Сведения банка данных, обновлённые позже: ${listNames(gaps.bankLater)}`,
      count: gaps.bankLater.length,
      why: 'Прежних значений таблица не хранит, поэтому показатели не показаны.',
    },
  ];
}
