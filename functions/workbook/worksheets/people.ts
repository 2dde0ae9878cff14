import { CHECK_COLUMN, ID_COLUMN, staff, type Worksheet } from './spec.ts';

export const PERSON_ROLE_TITLES = { executor: 'исполнитель', head: 'руководитель' } as const;

/** Whom reminders go to: positions and their service addresses, no names. */
export const PEOPLE: Worksheet = {
  key: 'people',
  title: 'Ответственные',
  synonyms: ['Адреса для писем'],
  idPrefix: 'p',
  purpose:
    'Кому система пишет о сроках: должность и служебная почта. Исполнителю — о его строках, руководителю — о том, что ' +
    'просрочено давно, и сводка раз в неделю.',
  naturalKey: ['position'],
  columns: [
    staff({
      key: 'position',
      title: 'Должность',
      width: 300,
      isRequired: true,
      note:
        'Как она названа на листах «Исполнение» и «Регламент» (исполнитель, ответственный). Должность или учреждение, ' +
        'без фамилии.',
    }),
    CHECK_COLUMN,
    staff({
      key: 'address',
      title: 'Служебная почта',
      synonyms: ['Почта', 'Адрес', 'E-mail', 'Электронная почта'],
      width: 240,
      note: 'Один служебный адрес. Личных не вносите.',
    }),
    staff({
      key: 'role',
      title: 'Роль',
      type: { kind: 'choice', options: Object.values(PERSON_ROLE_TITLES) },
      width: 120,
      note: 'Руководитель получает недельную сводку и то, что долго просрочено. Пусто — исполнитель.',
    }),
    staff({
      key: 'muted',
      title: 'Не напоминать по',
      type: { kind: 'measures' },
      width: 140,
      note: 'Номера мероприятий через точку с запятой, о которых на этот адрес не писать: 1.3; 4.2.',
    }),
    ID_COLUMN,
  ],
};
