import type { ReportPart, ReportTable } from '../../domain/report/report-document.ts';

/** Excel's limit of a tab's name. */
const MAX_LENGTH = 31;

/** Short names by the keys of parts; `card` and the like have the kind of the document. */
const PARTS: Readonly<Record<string, string>> = {
  title: 'Общие сведения',
  summary: 'По мероприятиям',
  schools: 'По школам',
  states: 'Состояния',
  quality: 'Качество данных',
  late: 'Просрочено',
  school_plans: 'Планы школ',
  school_plans_details: 'Планы: расшифровка',
  data_bank: 'Банк данных',
  work: 'Журнал работы',
  notes: 'Пояснения',
  changes: 'Что изменилось',
  details: 'Расшифровка',
  members: 'По муниципалитетам',
};

/** By the keys of tables that may stand on a sheet of their own. */
const TABLES: Readonly<Record<string, string>> = {
  states: 'Состояния',
  months: 'По месяцам',
  overdue: 'Просрочено',
  at_risk: 'Под угрозой',
  bank: 'Банк данных',
  indicators: 'Показатели',
  uncounted: 'Не учитываются',
  work_months: 'Журнал по месяцам',
  work_schools: 'Журнал по школам',
  work_topics: 'Журнал по темам',
  awaited: 'Ожидают акта',
  findings: 'Замечания',
  excluded: 'Что не вошло',
  changed_figures: 'Изменились числа',
  changed_executions: 'Изменились исполнения',
  details_journal: 'Записи журнала',
  region_notes: 'Различия отчётов',
};

/** `2. По мероприятиям`. */
export function namePart({ key, title }: Pick<ReportPart, 'key' | 'title'>, index: number): string {
  return shorten(`${index + 1}. ${PARTS[key] ?? title}`);
}

/** `2. Состояния`: numbered as the sheet before it is. */
export function nameTable(table: Pick<ReportTable, 'key' | 'title'> | undefined, before: string): string {
  const number = /^\d+\. /.exec(before)?.[0] ?? '';
  const own = table && (TABLES[table.key] ?? table.title);
  return own ? shorten(`${number}${own}`) : before;
}

/** Whole words, as many as a name may have. */
function shorten(name: string): string {
  if (name.length <= MAX_LENGTH) return name;
  const end = name.lastIndexOf(' ', MAX_LENGTH);
  return name.slice(0, end > 0 ? end : MAX_LENGTH).replace(/[\s,;:—-]+$/, '');
}
