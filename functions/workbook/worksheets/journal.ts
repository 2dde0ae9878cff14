import { CHECK_COLUMN, EVIDENCE_COLUMNS, ID_COLUMN, NOTE_COLUMN, staff, type Worksheet } from './spec.ts';

const people = { kind: 'integer', min: 0, max: 10_000 } as const;

/** Interviews, consultations, events, courses and checked procedures, one a row. */
export const JOURNAL: Worksheet = {
  key: 'journal',
  title: 'Журнал',
  synonyms: ['Журнал работы', 'Журнал консультаций'],
  idPrefix: 'j',
  purpose:
    'Собеседования, консультации, мероприятия, курсы и процедуры: что и когда было. Участники — только числом.',
  naturalKey: ['date', 'kind', 'school', 'topic'],
  columns: [
    staff({
      key: 'date',
      title: 'Дата',
      type: { kind: 'date', reach: 2 },
      width: 90,
      isRequired: true,
      note: 'Когда было: ДД.ММ.ГГГГ.',
    }),
    staff({
      key: 'kind',
      title: 'Вид работы',
      synonyms: ['Вид'],
      type: {
        kind: 'choice',
        isOpen: true,
        options: ['собеседование', 'консультация', 'мероприятие', 'КПК', 'процедура ОКО'],
      },
      width: 130,
      isRequired: true,
      note: 'Собеседование, консультация, мероприятие, КПК, процедура ОКО.',
    }),
    staff({
      key: 'measure',
      title: '№ мероприятия',
      type: { kind: 'measure' },
      width: 105,
      isRequired: true,
      note: 'Номер с листа «Регламент».',
    }),
    staff({
      key: 'school',
      title: 'Школа',
      synonyms: ['ОО'],
      type: { kind: 'school' },
      width: 130,
      note: 'Школа с листа «Школы». Пусто — для всех школ.',
    }),
    CHECK_COLUMN,
    staff({ key: 'topic', title: 'Тема', synonyms: ['Содержание'], width: 320, note: 'О чём, без фамилий.' }),
    staff({
      key: 'leaders',
      title: 'Руководителей',
      type: people,
      width: 120,
      note: 'Сколько руководящих работников участвовало.',
    }),
    staff({
      key: 'teachers',
      title: 'Педагогов',
      type: people,
      width: 100,
      note: 'Сколько педагогических работников участвовало.',
    }),
    ...EVIDENCE_COLUMNS,
    NOTE_COLUMN,
    ID_COLUMN,
  ],
};
