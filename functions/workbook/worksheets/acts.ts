import { CHECK_COLUMN, ID_COLUMN, NOTE_COLUMN, staff, type Worksheet } from './spec.ts';

/** Letters and orders of the ministry that deadlines wait for. */
export const ACTS: Worksheet = {
  key: 'acts',
  title: 'Внешние акты',
  synonyms: ['Акты', 'Письма и приказы'],
  idPrefix: 'a',
  purpose:
    'Письма и приказы министерства, от которых зависят сроки. Пока акта нет, мероприятие ждёт его и просроченным не считается.',
  naturalKey: ['kind', 'number', 'date'],
  columns: [
    staff({
      key: 'kind',
      title: 'Вид акта',
      synonyms: ['Вид'],
      type: { kind: 'choice', isOpen: true, options: ['письмо', 'приказ', 'распоряжение', 'план-график'] },
      width: 110,
      isRequired: true,
      note: 'Письмо, приказ…',
    }),
    staff({
      key: 'issuer',
      title: 'Кто издал',
      synonyms: ['Орган', 'Издатель'],
      width: 150,
      note: 'Министерство или учреждение.',
    }),
    staff({
      key: 'number',
      title: 'Номер акта',
      synonyms: ['Номер', '№'],
      width: 95,
      isRequired: true,
      note: 'Номер, как на акте.',
    }),
    staff({
      key: 'date',
      title: 'Дата акта',
      synonyms: ['Дата'],
      type: { kind: 'date' },
      width: 90,
      isRequired: true,
      note: 'Дата акта: ДД.ММ.ГГГГ.',
    }),
    CHECK_COLUMN,
    staff({ key: 'subject', title: 'О чём', width: 320, note: 'Заголовок акта.' }),
    staff({
      key: 'measures',
      title: 'К мероприятиям',
      synonyms: ['№ мероприятий', '№ мероприятия'],
      type: { kind: 'measures' },
      width: 130,
      isRequired: true,
      note: 'Номера мероприятий через точку с запятой: 1.1; 5.1.',
    }),
    staff({
      key: 'dueDate',
      title: 'Срок по акту',
      type: { kind: 'date' },
      width: 110,
      note: 'День, который называет сам акт. Пусто — срок отсчитывается от даты акта по настройке.',
    }),
    staff({ key: 'link', title: 'Ссылка', type: { kind: 'link' }, width: 160, note: 'Адрес текста акта.' }),
    NOTE_COLUMN,
    ID_COLUMN,
  ],
};
