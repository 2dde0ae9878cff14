import type { SettingSpec } from './setting-spec.ts';

/** Ready answers to what words mean that name no day. */
export const TERM_PROFILES = { none: 'не задан', region: 'правила региона (1, 3, 3, 10)' } as const;

const SOURCE = 'docs.cntd.ru/document/453106005';

/** `region`: what it is by the ready profile. */
function byProfile(region: number): string {
  return `Пусто — по профилю сроков (в правилах региона ${region}: ${SOURCE}).`;
}

function workingDays<Key extends string>(key: Key, word: string, region: number) {
  return {
    key,
    title: `${word}, рабочих дней`,
    type: { kind: 'integer', min: 1, max: 250 },
    initial: null,
    note: `Сколько рабочих дней значит «${word.toLocaleLowerCase('ru')}». ${byProfile(region)}`,
  } as const;
}

/** What words mean that name no day: a ready profile, and over it word by word. */
export const TERM_SETTINGS = [
  {
    key: 'termProfile',
    title: 'Профиль сроков',
    type: { kind: 'choice', options: Object.values(TERM_PROFILES) },
    initial: TERM_PROFILES.none,
    note: `Что значат «немедленно», «срочно», «незамедлительно», «оперативно» (рабочих дней), «ежемесячно» без дня и «постоянно». Источник: правила исполнения одной из администраций, ${SOURCE}. Не задан — такие сроки спрашивают.`,
  },
  workingDays('immediately', 'Немедленно', 1),
  workingDays('urgently', 'Срочно', 3),
  workingDays('atOnce', 'Незамедлительно', 3),
  workingDays('promptly', 'Оперативно', 10),
  {
    key: 'dayAfter',
    title: 'Ежемесячно и ежеквартально без дня: до числа',
    type: { kind: 'integer', min: 1, max: 28 },
    initial: null,
    note: `До какого числа следующего месяца. ${byProfile(10)}`,
  },
  {
    key: 'dayOfJanuary',
    title: 'Постоянно: до числа января следующего года',
    type: { kind: 'integer', min: 1, max: 31 },
    initial: null,
    note: byProfile(20),
  },
] as const satisfies readonly SettingSpec[];
