import { SCHOOL_STATUSES } from '../../domain/records/records.ts';
import { CHECK_COLUMN, ID_COLUMN, staff, type Column, type Worksheet } from './spec.ts';

const count = { kind: 'integer', min: 0, max: 100_000 } as const;

function share(key: string, title: string, note: string): Column {
  return staff({ key, title, type: { kind: 'percent' }, width: 100, note: `${note} Число от 0 до 100.` });
}

function number(key: string, title: string, note: string): Column {
  return staff({ key, title, type: count, width: 115, note });
}

/** Registry of the schools and their data bank (`domain.md` section 7). Numbers only, no persons. */
export const SCHOOLS: Worksheet = {
  key: 'schools',
  title: 'Школы',
  synonyms: ['ШНОР', 'Банк данных', 'Банк данных ШНОР', 'Реестр школ'],
  idPrefix: 's',
  purpose: 'Реестр и банк данных школ: кто на сопровождении, на каком основании, показатели.',
  naturalKey: ['name'],
  columns: [
    staff({
      key: 'name',
      title: 'Школа',
      synonyms: ['Краткое наименование', 'ОО'],
      width: 160,
      isRequired: true,
      note: 'Краткое наименование. Под этим именем школу выбирают на других листах.',
    }),
    CHECK_COLUMN,
    staff({
      key: 'officialName',
      title: 'Полное наименование',
      synonyms: ['Официальное наименование'],
      width: 260,
      note: 'Строго по уставу.',
    }),
    staff({
      key: 'status',
      title: 'Статус',
      type: { kind: 'choice', options: SCHOOL_STATUSES },
      width: 110,
      isRequired: true,
      note: 'ШНОР, 500+, группа риска — школа учитывается по настройке «Учитывать статусы»; «вышла» — учитывается по «Дату выхода»: за сроки после неё школа не отчитывается.',
    }),
    staff({
      key: 'listBasis',
      title: 'Основание включения',
      width: 220,
      feeds: true,
      note: 'Реквизиты письма или приказа, которым школа включена в список.',
    }),
    staff({
      key: 'includedOn',
      title: 'Включена с',
      synonyms: ['Дата включения'],
      type: { kind: 'date', reach: 20 },
      width: 100,
      isOptional: true,
      note:
        'С какого дня школа в списке. За то, что закончилось раньше, она не отчитывается. Пусто — день письма или ' +
        'приказа из «Основания включения», если он там назван, иначе весь период.',
    }),
    staff({
      key: 'yearIncluded',
      title: 'Год включения',
      type: { kind: 'integer', min: 2010, max: 2100, isYear: true },
      width: 90,
      note: 'Год, когда школа включена в список.',
    }),
    staff({ key: 'address', title: 'Муниципалитет, адрес', width: 200, note: 'Где находится школа.' }),
    staff({
      key: 'curator',
      title: 'Куратор (организация)',
      width: 180,
      note: 'Организация, назначившая куратора. Без фамилий.',
    }),
    staff({
      key: 'riskFactors',
      title: 'Факторы риска',
      width: 240,
      note: 'Факторы рискового профиля через точку с запятой, со значимостью: «дефицит кадров — высокая».',
    }),
    number('studentsTotal', 'Обучающихся', 'Всего обучающихся.'),
    number('graduates9', 'Выпускников 9', 'Выпускников 9 класса.'),
    number('graduates11', 'Выпускников 11', 'Выпускников 11 класса.'),
    number('teachersTotal', 'Педагогов', 'Всего педагогических работников.'),
    number('vacancies', 'Вакансий', 'Незакрытых вакансий.'),
    share('trainedShare', 'Прошли КПК, %', 'Доля педагогов, прошедших курсы.'),
    share('vprMath', 'ВПР математика «2», %', 'Доля «2» на ВПР по математике.'),
    share('vprRussian', 'ВПР русский «2», %', 'Доля «2» на ВПР по русскому языку.'),
    share('ogeFail', 'ОГЭ «2», %', 'Доля «2» на ОГЭ.'),
    share('egeBelow', 'ЕГЭ ниже минимума, %', 'Доля не преодолевших минимальный порог ЕГЭ.'),
    staff({
      key: 'objectivity',
      title: 'Признак необъективности',
      type: { kind: 'choice', options: ['да', 'нет'] },
      width: 130,
      note: 'Есть ли школа в перечне с признаками необъективных результатов.',
    }),
    staff({
      key: 'planDate',
      title: 'Дата плана',
      type: { kind: 'date' },
      width: 100,
      note: 'Когда утверждён план школы.',
    }),
    staff({
      key: 'planNumber',
      title: 'Номер плана',
      width: 100,
      note: 'Номер приказа об утверждении плана.',
    }),
    staff({
      key: 'planLink',
      title: 'Ссылка на план',
      type: { kind: 'link' },
      width: 150,
      note: 'Адрес плана на сайте школы.',
    }),
    staff({
      key: 'exitDate',
      title: 'Дата выхода',
      type: { kind: 'date', reach: 20 },
      width: 100,
      note: 'Когда школа вышла из списка.',
    }),
    staff({
      key: 'exitBasis',
      title: 'Основание выхода',
      width: 200,
      note: 'Реквизиты письма или приказа о выходе.',
    }),
    staff({
      key: 'contact',
      title: 'Служебный контакт',
      width: 160,
      note: 'Служебный адрес или телефон школы. Личных не вносите.',
    }),
    staff({
      key: 'updatedOn',
      title: 'Сведения обновлены',
      type: { kind: 'date' },
      width: 110,
      note: 'Когда сведения о школе сверены.',
    }),
    staff({
      key: 'updatedBy',
      title: 'Кем обновлены',
      width: 140,
      note: 'Должность того, кто сверил сведения.',
    }),
    ID_COLUMN,
  ],
};
