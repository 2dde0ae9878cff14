import type { Cell } from '../../functions/workbook/layout/layout.ts';

export type DemoRow = Readonly<Record<string, Cell>>;

export const DEMO_SCHOOLS = [1, 2, 3, 4, 5].map((number) => `ОО № ${number} (демо)`);

const BASIS = 'письмо МОиН Челябинской области № демо-1';

interface Figures {
  readonly students: number;
  readonly graduates9: number;
  readonly graduates11: number;
  readonly teachers: number;
  readonly vacancies: number;
  readonly trained: number;
  readonly math: number;
  readonly russian: number;
  readonly oge: number;
  readonly risks: string;
}

/** Invented figures of the order of size that such schools have. */
const FIGURES: readonly Figures[] = [
  {
    students: 412,
    graduates9: 41,
    graduates11: 18,
    teachers: 27,
    vacancies: 3,
    trained: 48,
    math: 34,
    russian: 31,
    oge: 12,
    risks: 'дефицит педагогических кадров — высокая; низкая учебная мотивация — средняя',
  },
  {
    students: 276,
    graduates9: 29,
    graduates11: 9,
    teachers: 19,
    vacancies: 2,
    trained: 42,
    math: 38,
    russian: 33,
    oge: 17,
    risks: 'низкий уровень оснащения школы — высокая',
  },
  {
    students: 531,
    graduates9: 55,
    graduates11: 24,
    teachers: 35,
    vacancies: 4,
    trained: 60,
    math: 31,
    russian: 30,
    oge: 11,
    risks: 'высокая доля обучающихся с рисками учебной неуспешности — высокая',
  },
  {
    students: 184,
    graduates9: 20,
    graduates11: 0,
    teachers: 15,
    vacancies: 1,
    trained: 33,
    math: 41,
    russian: 36,
    oge: 20,
    risks: 'дефицит педагогических кадров — высокая',
  },
  {
    students: 348,
    graduates9: 36,
    graduates11: 14,
    teachers: 24,
    vacancies: 2,
    trained: 54,
    math: 30,
    russian: 32,
    oge: 14,
    risks: 'низкая учебная мотивация — высокая; низкий уровень вовлечённости родителей — средняя',
  },
];

export function demoSchools(year: number): readonly DemoRow[] {
  return FIGURES.map((figures, index) => ({
    name: DEMO_SCHOOLS[index] ?? null,
    officialName: `Муниципальное общеобразовательное учреждение «${DEMO_SCHOOLS[index]}»`,
    status: index === 4 ? '500+' : 'ШНОР',
    listBasis: BASIS,
    yearIncluded: year,
    address: 'КГО',
    curator: 'методический кабинет',
    riskFactors: figures.risks,
    studentsTotal: figures.students,
    graduates9: figures.graduates9,
    graduates11: figures.graduates11,
    teachersTotal: figures.teachers,
    vacancies: figures.vacancies,
    trainedShare: figures.trained,
    vprMath: figures.math,
    vprRussian: figures.russian,
    ogeFail: figures.oge,
    objectivity: 'нет',
  }));
}
