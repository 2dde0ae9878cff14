import { MONTH_STEM } from './build-text.ts';

/** Which families of words a normalised phrase contains; what is absent need not be looked for. */
export interface Keywords {
  readonly digit: boolean;
  /** A day of the month, in figures or in words («последний день», «первого»). */
  readonly day: boolean;
  readonly month: boolean;
  /** «09.2020». */
  readonly numericMonth: boolean;
  readonly recurring: boolean;
  readonly frequency: boolean;
  readonly yearly: boolean;
  readonly year: boolean;
  readonly quarter: boolean;
  readonly half: boolean;
  readonly part: boolean;
  readonly weekday: boolean;
  readonly season: boolean;
  /** «ко Дню знаний». */
  readonly namedDay: boolean;
  readonly date: boolean;
}

const FREQUENCY =
  /еже(?!год)|кажд|(?<![а-я])раз|дважды|трижды|однократно|помесячно|поквартально|(?:по|в) (?:рабочи[ем]|будн)|по (?:полугод|четверт|квартал|месяц|триместр)|\d (?:заседани|мероприяти|встреч|занят|консультаци|семинар)[а-я]* (?:в|за) /;
const DAY_OF_MONTH =
  /числ|месяц|рабоч|результат|последни[ех]х? дн|последний день|недел[юяи] (?:кажд[а-я]+ )?(?:учебной )?(?:четверт|триместр|полугод|квартал)|после|итог|конце|начале|окончани|завершени|(?:начала|конца) (?:квартал|четверт|триместр|полугод|недел|период|отчетн|кажд)/;
const WEEKDAY = /понедельник|вторник|сред[аыуе]|четверг|пятниц|суббот(?!ник)|воскресен/;
const NAMED_DAY =
  /(?<![а-я])(?:день|дню|дня) (?:знан|учител|побед|защит|космон|росс|народн|конст|пожил|матер)/;

export function keywordsOf(text: string): Keywords {
  const digit = /\d/.test(text);
  const month = MONTH_STEM.test(text);
  const frequency = FREQUENCY.test(text);
  const weekday = WEEKDAY.test(text);
  const day =
    digit ||
    /последн|(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|двадцат|тридцат)(?:ого|ому|ое|ье|ьего|ьему)/.test(
      text,
    ) ||
    (month && (weekday || /рабоч|перв/.test(text)));
  const quarter = /квартал|четверт|триместр/.test(text);
  const half = /полугод|половин/.test(text);
  const part =
    /начал|середин|кон[ец]|половин|декад|недел|числ|дни|днях|перв.. .+ дней|последн.. .+ дней/.test(text);
  const season = /лет[онм]|лета(?![а-я])|осен|зим|вес[ен]/.test(text);
  const namedDay = NAMED_DAY.test(text);
  return {
    digit,
    day,
    month,
    numericMonth: digit && /(?<![\d.])\d\d?[./](?:20\d\d|[1-9]\d(?!\d))/.test(text),
    frequency,
    weekday,
    quarter,
    half,
    part,
    season,
    namedDay,
    recurring: frequency || weekday || DAY_OF_MONTH.test(text),
    yearly: /ежегодн|кажд|год/.test(text),
    year: /год|20\d\d|период|срок|постоян|регуляр|системат|систем|непрерывн|бессрочн|кругл|реализац/.test(
      text,
    ),
    date: digit || month || quarter || half || season || namedDay || (day && weekday),
  };
}
