import { distance } from 'fastest-levenshtein';
import { MONTH_STEM } from '../../grammar/build-text.ts';
import type { DeadlineReading } from '../../types.ts';

/** Words that may take a deadline back, move it or narrow it, whatever stands beside them. */
const CHANGES =
  /(?<![а-я])(?:(?<!по мере )измен|(?:не(?! (?:позднее|позже)$)|нет|без)(?![а-я])|кроме|искл|исключ|помимо|отлож|отмен|отсроч|продл|перен[ео]с|сдвин|резерв|приостан|аннулир|прекращ|утрат|исполнен|выполнен|завершен[оаы]?(?![а-я])|бессрочн|снят)/u;
const UNSURE =
  /предварительн|ориентировочн|предположит|планирует|около|примерн|приблизит|\?|(?<![а-я])уточн|сообщ|возможн|планируем|желательн|(?<![а-я])буд[еу]т/u;

/** The grammar knows what such words speak of: an act, a request, a time, the span that is reported. */
const KNOWN_LEAD =
  /^(?:по|при|за|до|к|в|во|с|со|на|после|согласно|далее|затем|и далее|ежегодно|не позднее|не позже|или (?:весьма )?(?:срочно|немедленно|незамедлительно|сразу|при|по)|\d)(?![а-я])/u;

/** Beginnings of words that name papers, people, places and kinds of work: they set no date and change none. */
const PLAIN_WORDS = new RegExp(
  `^(?:${[
    'вводн|русск|математ|язык|литерат|физик|хими|биолог|истори|обществозн|географ|информатик|предмет|начальн|основн',
    'средн|нормативн|разработ|реализ|внедр|организ|анкетир|рассмотр|выступ|корректир|актуализ|обновл|формир|создан',
    'заполн|отправ|доработ|оформл|ознаком|информир|посещен|выезд|собесед|тестир|срез|пробн|репетиц|защит|результ|пед',
    'п$|пп$|пункт|приложен|см$|раздел|глав|поэтап|отчет|справк|информ|сведени|данн|приказ|протокол|план|программ|график|письм|спис|заявк|анкет|таблиц|форм|акт',
    'анали|мониторинг|диагност|входн|итог|промежуточн|стартов|текущ|контрол|провер|этап|тур|част|цикл|изуч|обсужд',
    'класс|школ|оо|оу|доу|сош|оош|мбоу|маоу|мкоу|мку|мбу|мау|мбдоу|гбпоу|гбу|гау|фгбу|уо$|имц|шнор|кабинет|зал|директор|завуч|зам|методи|учител|педагог|руководител',
    'специалист|координатор|куратор|начальник|ответствен|исполнител|секретар|администрац|отдел|управлен|комисси',
    'совет|педсовет|семинар|вебинар|совещан|заседан|собран|консульт|курс|урок|занят|меропри|олимпиад|конкурс',
    'экзамен|впр|огэ|егэ|гиа|рико|нико|окр|сайт|размещ|публик|сдач|сдат|предоставл|представл|направл|подготовк',
    'провед|утвержд|сбор|внес|загруз|монит|очн|заочн|дистанц|онлайн|групп|всех|все|кажд|обуч|уч[ае]|выпускник',
    'родител|дет|муницип|регион|федерал|городск|город|район|округ|област|министерств|моин|рцокио|чиппкро|иро|ипк',
    'включительно|постоянно|систематически|регулярно|понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|воскресен',
    'год[ауе]?$|годов|квартал|месячн|перв|втор|трет|четверт|электрон|бумаг|вид|устн|письмен|экспертиз|рабоч|день|дня|раз[ауы]?$',
    'финал$|(?:матери|журн|порт|персон|оригин)ал|смен|поток|очеред|волн|групп|начало$|кон[ец]ц?$|разово|однократно|единовременно|единоразово',
    'каникул|выбор$|старт|проект|ссыл|тренировоч|изложен|вкс$|ко$|день|дню|дни$|праздн|побед|учител|защитник|знани',
    'день|срок[аи]?$|период[а-я]{0,2}$|доп$|при$|под$|над$|кл$|чел|ст$|мин$|час|нач$|зд$|для|или|и$|о$|об$|у$|а$|из|от|со?$|на$|по$|в$|к$',
  ].join('|')})`,
  'u',
);

/** «ВсОШ», «АИС»: the name of something. */
const ABBREVIATION = /^[А-Я][А-Яа-я]{0,5}[А-Я][а-я]?$/u;
/** Adverbs that move a term. */
const MOVES = /ран(?:ее|ьше)|поздн|позже|дал[её]|мен[её]е|бол[её]е|лучш|пока|скор/u;
/** Nouns of work, of people, and adjectives: what they name moves no date. */
const NOUN_OR_ADJECTIVE =
  /^[а-я]{3,}(?:(?:ени|ани|яни|ути|яти|ци|ост|ств|тел|ник|ист)[а-я]{0,4}|к(?:а|и|у|е|ой|ам|ах)|(?:ый|ий|ая|яя|ое|ые|ие|ого|его|ому|ему|ых|их|ой|ую))$/u;

/** «Отв. Петрова», «приёмка»: the case endings of nouns; verbs, adverbs and short participles end otherwise. */
const NOUN_ENDING = /^[а-я]{2,}(?:[бгдзкмнпрстфхцчшщжйь]|[а-я][аыиуюя]|о[мвй]|е[мвй]|а[мх]и?|я[мх]и?)$/u;
const NO_NOUN = /(?:ть|ться|тся|сь|ут|ют|ит|ат|ят|ет|им|ем|ешь|ишь|л[аи]?|[аея]н[аы])$/u;
/** Words of time, which may set a term of their own. */
const OF_TIME =
  /весн|весен|зим|лет[оа]?$|летн|осен|утр|вечер|ноч|завтр|сегодн|вчер|выходн|каникул|сейчас|тогда|всегда|никогда|иногда|пока|вперед|назад|потом|скоро/u;
const MONTHS = 'январь февраль март апрель июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

/** A misspelt month is no noun of its own. */
const isNearMonth = (word: string): boolean =>
  MONTH_STEM.test(word) || (word.length > 3 && MONTHS.some((month) => distance(word, month) <= 2));

function isPlain(word: string): boolean {
  const lower = word.toLowerCase();
  if (MOVES.test(lower)) return false;
  if (PLAIN_WORDS.test(lower) || ABBREVIATION.test(word) || NOUN_OR_ADJECTIVE.test(lower)) return true;
  return NOUN_ENDING.test(lower) && !NO_NOUN.test(lower) && !OF_TIME.test(lower) && !isNearMonth(lower);
}

/** «День снятия блокады», «Неделя математики»: the name of an occasion, whatever its words say elsewhere. */
const OCCASION =
  /^(?:(?:международн|всемирн|всероссийск)[а-я]+ )?(?:день|неделя|декада|месячник|акция|час|урок)(?= [а-я«"])/u;
/** «предварительный» beside «итоговый» names a report, and not how sure the day is. */
const isNamed = (text: string, remarks: readonly string[]): boolean =>
  /^предварительн(?:ый|ая|ое|ые)$/u.test(text) &&
  remarks.some((other) => /итогов|окончат|основн/iu.test(other));

/** Russian sentences about words beside the rule: what they may change, and those that nobody here knows. */
export function remarkDoubts({ remarks }: DeadlineReading): readonly string[] {
  return remarks.flatMap((remark) => doubtAbout(remark, remarks) ?? []);
}

function doubtAbout(remark: string, all: readonly string[]): string | undefined {
  const text = remark.toLowerCase().replaceAll('ё', 'е');
  if (OCCASION.test(text) || isNamed(text, all)) return undefined;
  const bare = remark.replaceAll('ё', 'е').replace(/«[^«»]*»|"[^"]*"/gu, '');
  if (CHANGES.test(text))
    return `Рядом со сроком сказано «${remark}»: возможно, он снят, перенесён или действует не всегда.`;
  if (UNSURE.test(text)) return `Рядом со сроком сказано «${remark}»: дата может измениться, уточните её.`;
  if (KNOWN_LEAD.test(text) || (bare.match(/[А-Яа-яё]+/gu) ?? []).every(isPlain)) return undefined;
  return `Рядом со сроком стоят слова «${remark}»: дату они не задали, проверьте, не меняют ли они срок.`;
}
