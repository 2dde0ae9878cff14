import type { AnswerOf } from '../../functions/contract/answers.ts';

/** Good answers of the functions, for tests that care about what the add-on does with them. */
const FINDINGS = { error: 1, overdue: 0, warning: 0, reminder: 0 };

export const SYNCED: AnswerOf<'sync'> = {
  status: 'changed',
  revision: 2,
  counts: { create: 3, update: 0, delete: 0, restore: 0 },
  findings: FINDINGS,
  message: 'Принято строк: новых — 3.',
  braked: [],
  held: '',
  question: '',
};
export const MONITORED: AnswerOf<'monitor'> = { ...SYNCED, message: '1 замечание: ошибка — 1.' };
export const REPORTED: AnswerOf<'report'> = {
  status: 'published',
  number: 4,
  asOf: '2026-10-01',
  sheetId: 77,
  sheetTitle: 'Сводный отчёт № 4',
  findings: FINDINGS,
  message: 'Отчёт № 4 готов.',
};

export const REPORTS: AnswerOf<'reports'> = {
  today: '2026-11-23',
  forms: [
    { value: 'full', title: 'Сводный отчёт' },
    { value: 'school_card', title: 'Карточка школы' },
  ],
  spans: [
    { value: '{"kind":"period"}', title: '2026 год' },
    { value: '{"kind":"month","year":2026,"month":9}', title: 'сентябрь 2026 года' },
  ],
  schools: ['ОО «Ёлка»'],
  reports: [
    {
      number: 4,
      title: 'Сводный отчёт № 4',
      about: 'за 2026 год, на 23.11.2026',
      state: 'formed',
      stateText: 'сформировано 23.11.2026',
      sheetId: 77,
    },
    {
      number: 3,
      title: 'Карточка школы № 3',
      about: '«ОО <b>», на 22.11.2026',
      state: 'recalled',
      stateText: 'отозвано 22.11.2026: опечатка',
      sheetId: null,
    },
  ],
  before: 3,
};

export const ACCESS: AnswerOf<'access'> = {
  status: 'unchanged',
  members: [
    { email: 'a@example.ru', role: 'municipal_coordinator', title: 'методист', since: '', by: '' },
    {
      email: 'b@example.ru',
      role: 'editor',
      title: 'редактор',
      since: '23.11.2026 11:00',
      by: 'a@example.ru',
    },
  ],
  roles: [
    { role: 'viewer', title: 'наблюдатель' },
    { role: 'editor', title: 'редактор' },
  ],
  message: 'Доступ к книге «ШНОР»: участников — 2.',
};

export const IMPORT_PLAN: AnswerOf<'import'> = {
  status: 'planned',
  count: 1,
  tables: ['План', '<Архив>'],
  schools: ['ОО «Ёлка»'],
  message: '6.1. Семинар <для> завучей\n   срок: Май',
};

export const REPORT_FILE: AnswerOf<'report-file'> = {
  name: 'Сводный отчёт № 4.docx',
  type: 'application/x-test',
  content: 'UEs=',
  message: 'Отчёт № 4: сформировано 23.11.2026.',
};

export const FORMS: AnswerOf<'forms'> = {
  forms: [{ name: 'Наша <форма>', kind: 'docx', about: 'добавлена 23.11.2026', isOwn: true }],
  fields: '{{период}} — Отчётный период',
  message: 'Своих форм: 1, образцов: 0.',
};

export const REPORT_SIGNED: AnswerOf<'report-state'> = {
  status: 'changed',
  number: 4,
  state: 'signed',
  changes: [
    {
      state: 'signed',
      at: '2026-11-23T06:00:00.000Z',
      by: 'coordinator@example.ru',
      role: 'municipal_coordinator',
      paperNumber: '01-15/7',
      paperDate: '2026-11-23',
    },
  ],
  message: 'Отчёт № 4: подписан.',
};

const CHANGE: AnswerOf<'history'>['entries'][number] = {
  revision: 7,
  at: '2026-11-23T06:00:00.000Z',
  moment: '23.11.2026 11:00',
  by: 'coordinator@example.ru',
  what: 'изменена',
  cells: [{ column: 'Отметка', before: '', after: '<b>в работе</b>' }],
};

export const ROW: AnswerOf<'row'> = {
  title: '«Исполнение», строка 12: ОО «<script>alert(1)</script>», 2.1',
  findings: [
    { severity: 'error', title: 'Ошибка', column: 'Школа', message: 'Нет школы "&".', advice: 'Исправьте.' },
  ],
  deadline: {
    phrase: 'До сентября',
    explanation: 'По 31.08.2026.',
    dates: ['31.08.2026'],
    state: 'просрочено',
  },
  latest: CHANGE,
};

export const HISTORY: AnswerOf<'history'> = {
  title: 'Строка e1-000',
  entries: [CHANGE],
  cursor: 5,
  message: '',
};

export const DELETED: AnswerOf<'deleted'> = {
  worksheet: 'Исполнение',
  rows: [{ rowId: 'e3-abc', name: 'ОО № 3, 1.1', moment: '23.11.2026 11:00', isDeleted: true }],
  count: 1,
  message: 'С листа «Исполнение» удалено или пропало: 1 строка.',
};

export const RESTORE_PLAN: AnswerOf<'restore'> = {
  status: 'planned',
  counts: { additions: 1, differences: 0, newer: 0 },
  tab: null,
  message: 'Восстановление: строка e3-abc.\nВернётся в конец листа «Исполнение»: 1 строка.',
};

export const RESTORED: AnswerOf<'restore'> = {
  ...RESTORE_PLAN,
  status: 'restored',
  tab: { sheetId: 9, title: 'Восстановление' },
  message: 'Возвращено: 1 строка.',
};
