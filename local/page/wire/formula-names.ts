/** Functions by the names that Russian Google Sheets and Excel give them: «СУММ SUM» is a pair. */
const PAIRS = `
СУММ SUM, СУММЕСЛИ SUMIF, СУММЕСЛИМН SUMIFS, ПРОИЗВЕД PRODUCT, СРЗНАЧ AVERAGE, СРЗНАЧЕСЛИ AVERAGEIF,
МЕДИАНА MEDIAN, МИН MIN, МАКС MAX, СЧЁТ COUNT, СЧЁТЗ COUNTA, СЧИТАТЬПУСТОТЫ COUNTBLANK, СЧЁТЕСЛИ COUNTIF,
СЧЁТЕСЛИМН COUNTIFS, ОКРУГЛ ROUND, ОКРУГЛВВЕРХ ROUNDUP, ОКРУГЛВНИЗ ROUNDDOWN, ОТБР TRUNC, ЦЕЛОЕ INT,
КОРЕНЬ SQRT, ЗНАК SIGN, ПИ PI, ОСТАТ MOD, СТЕПЕНЬ POWER, ИСТИНА TRUE, ЛОЖЬ FALSE, НД NA, ЕСЛИ IF, ЕСЛИМН IFS,
ПЕРЕКЛЮЧ SWITCH, ЕСЛИОШИБКА IFERROR, ЕСНД IFNA, И AND, ИЛИ OR, НЕ NOT, ЕПУСТО ISBLANK, ЕЧИСЛО ISNUMBER,
ЕТЕКСТ ISTEXT, ЕЛОГИЧ ISLOGICAL, ЕОШИБКА ISERROR, ЕНД ISNA, СЦЕПИТЬ CONCATENATE, СЦЕП CONCAT,
ОБЪЕДИНИТЬ TEXTJOIN, ДЛСТР LEN, ПРОПИСН UPPER, СТРОЧН LOWER, ПРОПНАЧ PROPER, СЖПРОБЕЛЫ TRIM, ЗНАЧЕН VALUE,
ЛЕВСИМВ LEFT, ПРАВСИМВ RIGHT, ПСТР MID, ПОВТОР REPT, ПОДСТАВИТЬ SUBSTITUTE, СОВПАД EXACT, НАЙТИ FIND,
ПОИСК SEARCH, СИМВОЛ CHAR, ГИПЕРССЫЛКА HYPERLINK, СЕГОДНЯ TODAY, ТДАТА NOW, ДАТА DATE, ВРЕМЯ TIME, ГОД YEAR,
МЕСЯЦ MONTH, ДЕНЬ DAY, ЧАС HOUR, МИНУТЫ MINUTE, СЕКУНДЫ SECOND, ДЕНЬНЕД WEEKDAY, ДНИ DAYS, ДАТАМЕС EDATE,
КОНМЕСЯЦА EOMONTH, РАБДЕНЬ WORKDAY, ЧИСТРАБДНИ NETWORKDAYS, ВПР VLOOKUP, ГПР HLOOKUP, ПОИСКПОЗ MATCH,
ИНДЕКС INDEX, ЧСТРОК ROWS, ЧИСЛСТОЛБ COLUMNS, СТРОКА ROW, СТОЛБЕЦ COLUMN`;

const pairs = PAIRS.trim()
  .split(/,\s+/u)
  .map((pair) => pair.split(' ') as [russian: string, english: string]);
const ENGLISH = new Map(pairs.map(([russian, english]) => [withoutDots(russian), english]));
const RUSSIAN = new Map(pairs.map(([russian, english]) => [english, russian]));

/** Texts and names of tabs, which stand in quotes, then names before a bracket, then the two values that are words. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*(?:(?=\s*\()|(?![\p{L}\p{N}_.!(]))/gu;
const WORDS = /^(?:ИСТИНА|ЛОЖЬ|TRUE|FALSE)$/iu;

/** The formula as the spreadsheet keeps it; a text that is no formula stays what it is. */
export function toEnglishFormula(text: string): string {
  return rename(text, (name) => ENGLISH.get(withoutDots(name)));
}

/** The formula as people are shown it. */
export function toRussianFormula(text: string): string {
  return rename(text, (name) => RUSSIAN.get(name));
}

function rename(text: string, find: (name: string) => string | undefined): string {
  if (!text.startsWith('=')) return text;
  return text.replace(PIECES, (piece, at: number) => {
    const isCalled = /^\s*\(/u.test(text.slice(at + piece.length));
    return isCalled || WORDS.test(piece) ? (find(piece.toUpperCase()) ?? piece) : piece;
  });
}

/** «СЧЕТЕСЛИ» is «СЧЁТЕСЛИ» to whoever types it. */
function withoutDots(name: string): string {
  return name.replaceAll('Ё', 'Е');
}
