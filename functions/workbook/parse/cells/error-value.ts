import { withoutInvisible } from '../../../domain/text/same-name.ts';
import type { CellProblem } from './cell.ts';

/** As Excel, LibreOffice and Google Sheets show them in English and Russian, and a column too narrow for a date. */
const ERROR_TEXT =
  /^(?:#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|BUSY!|CONNECT!|EXTERNAL!|UNKNOWN!|PYTHON!|TIMEOUT!|GETTING_DATA|ERROR!|ССЫЛКА!|Н\/Д|ЗНАЧ!|ДЕЛ\/0!|ИМЯ[?!]?|ЧИСЛО!|ПУСТО!|ПЕРЕНОС!|ВЫЧИСЛ!|ПОЛЕ!|ЗАНЯТО!|БЛОКИРОВАНО!|ОШИБКА!)|#{3,}|(?:Err|Ошибка):\d+)$/iu;

/** What Sheets shows while a formula still waits for its data. */
const LOADING_TEXT = /^(?:loading|загрузка|загружается|идёт загрузка)\s*(?:\.{2,}|…)$/iu;

/** Most texts have nothing of an error in them, and a look is cheaper than a reading. */
const SUSPECT = /#|\.\.|…|:\d/u;

/** Whether the text stands in the cell instead of a value that could not be calculated. */
export function isErrorValue(text: string): boolean {
  if (!SUSPECT.test(text)) return false;
  const shown = withoutInvisible(text).trim();
  return ERROR_TEXT.test(shown) || LOADING_TEXT.test(shown);
}

/** A value that is not there is no document, no name and no mark. */
export function errorValue(text: string, title: string): CellProblem {
  return {
    code: 'error_value',
    message: `«${title}»: вместо значения стоит «${text}».`,
    advice: LOADING_TEXT.test(withoutInvisible(text).trim())
      ? 'Дождитесь, пока таблица загрузит данные, или впишите значение вместо формулы.'
      : 'Исправьте формулу или впишите значение вместо неё.',
  };
}
