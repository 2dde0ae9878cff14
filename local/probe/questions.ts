import type { ProbedSheets, Said } from './sheets.ts';

/** One thing that no document of Google settles. All of Russian is for whoever sends the record in. */
export interface Question {
  readonly name: string;
  readonly asks: string;
  readonly expects: string;
  /** What changes in the program where the answer is another. */
  readonly otherwise: string;
  /** On a tab of its own, which is empty. */
  ask(sheets: ProbedSheets, sheetId: number): Promise<Finding>;
}

export interface Finding {
  readonly isAsExpected: boolean;
  /** What was answered, word for word. */
  readonly said: unknown;
}

const ID = 424_242;
const columnAt = (sheetId: number, index: number) => ({
  dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
});
const create = (sheetId: number, metadataId: number, index = 0) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: 'shnor.probe',
      metadataValue: 'x',
      visibility: 'DOCUMENT',
      location: columnAt(sheetId, index),
    },
  },
});
const remove = (metadataId: number) => ({
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
});
const removeAt = (sheetId: number, metadataId: number, index: number) => ({
  deleteDeveloperMetadata: {
    dataFilter: {
      developerMetadataLookup: {
        metadataId,
        metadataLocation: columnAt(sheetId, index),
        locationMatchingStrategy: 'EXACT_LOCATION',
      },
    },
  },
});
const isRefused = ({ status }: Said): boolean => status === 400;

export const QUESTIONS: readonly Question[] = [
  {
    name: 'taken-id',
    asks: 'Создать метку (developer metadata) с номером, который уже занят',
    expects: 'отказ 400 всей пачке',
    otherwise:
      'метки столбцов не ограждают запись: остаётся сверка по ответу записи, и её надо сделать главной',
    async ask(sheets, sheetId) {
      await sheets.update([create(sheetId, ID)]);
      const said = await sheets.update([create(sheetId, ID)]);
      await sheets.update([remove(ID)]);
      return { isAsExpected: isRefused(said), said };
    },
  },
  {
    name: 'delete-nothing',
    asks: 'Стереть метку, которой нет',
    expects: 'ответ 200: ничего не стёрто',
    otherwise: 'каждая запись сначала получает отказ и идёт долгой дорогой: перед записью метки надо читать',
    async ask(sheets) {
      const said = await sheets.update([remove(ID + 1)]);
      return { isAsExpected: said.status === 200, said };
    },
  },
  {
    name: 'delete-and-create',
    asks: 'Стереть метку и создать её с тем же номером в одной пачке',
    expects: 'ответ 200: метка стоит одна',
    otherwise: 'ограждение пачки надо строить без повторного создания той же метки',
    async ask(sheets, sheetId) {
      await sheets.update([create(sheetId, ID + 2)]);
      const said = await sheets.update([removeAt(sheetId, ID + 2, 0), create(sheetId, ID + 2)]);
      const { length } = await sheets.findMetadata(ID + 2);
      await sheets.update([remove(ID + 2)]);
      return { isAsExpected: said.status === 200 && length === 1, said };
    },
  },
  {
    name: 'moved-column',
    asks: 'То же после того, как столбец сдвинули',
    expects: 'отказ 400: на прежнем месте метки нет, а номер занят',
    otherwise: 'сдвиг столбца между чтением и записью не замечается до записи',
    async ask(sheets, sheetId) {
      await sheets.update([create(sheetId, ID + 3)]);
      const source = columnAt(sheetId, 0).dimensionRange;
      await sheets.update([{ moveDimension: { source, destinationIndex: 3 } }]);
      const said = await sheets.update([removeAt(sheetId, ID + 3, 0), create(sheetId, ID + 3)]);
      await sheets.update([remove(ID + 3)]);
      return { isAsExpected: isRefused(said), said };
    },
  },
  {
    name: 'duplicated-tab',
    asks: 'Скопировать вкладку с меткой и найти метку по номеру',
    expects: 'найдена одна: копия вкладки получает другие номера или не получает меток',
    otherwise: 'копия вкладки мешает метке подлинника: искать надо и по вкладке',
    async ask(sheets, sheetId) {
      const copy = sheetId + 1;
      await sheets.update([create(sheetId, ID + 4)]);
      await sheets.update([
        { duplicateSheet: { sourceSheetId: sheetId, newSheetId: copy, newSheetName: `probe ${copy}` } },
      ]);
      const said = await sheets.findMetadata(ID + 4);
      await sheets.update([{ deleteSheet: { sheetId: copy } }, remove(ID + 4)]);
      return { isAsExpected: said.length === 1, said };
    },
  },
  {
    name: 'missing-response-range',
    asks: 'Записать, попросив показать вкладку, которой нет, и прочесть, записано ли',
    expects: 'отказ 400, и ничего не записано',
    otherwise: 'такой отказ — неизвестный исход: перед повтором надо прочесть',
    async ask(sheets, sheetId) {
      const rows = [{ values: [{ userEnteredValue: { stringValue: 'probe' } }] }];
      const start = { sheetId, rowIndex: 5, columnIndex: 0 };
      const said = await sheets.update([{ updateCells: { start, rows, fields: 'userEnteredValue' } }], {
        includeSpreadsheetInResponse: true,
        responseRanges: ["'Такой вкладки нет'!A1"],
      });
      const { body } = await sheets.read(
        `?includeGridData=true&fields=sheets(properties(sheetId),data(rowData(values(userEnteredValue))))`,
      );
      return { isAsExpected: isRefused(said) && !JSON.stringify(body).includes('"probe"'), said };
    },
  },
];

/** What no call to the Sheets API can answer: a person presses, looks, and writes it down. */
export const BY_HAND: readonly string[] = [
  'Скопируйте книгу («Файл» → «Создать копию») и повторите probe на копии: меняются ли метки копии.',
  'Ссылка «#gid=…&range=…» в ячейке «Контроля»: открывает ли строку на месте.',
  'Таблица Google («Преобразовать в таблицу») поверх заголовка: принимает ли значения, проверку и новые строки.',
  'Автообновление включено, служба записала замечание: каков changeType в журнале выполнения.',
  'Приходит ли удостоверение в установленном триггере, и одинаков ли его код (aud) у двух скриптов одного проекта.',
  'Доходит ли до открытой службы заголовок Authorization с подписью (сравните её хэш).',
  'UrlFetch к функции, которая молчит 55, 65 и 120 секунд: когда обрывается.',
  '5 МБ через google.script.run туда и обратно.',
  'Скачивание файла из боковой панели в Chrome, Яндекс Браузере и Firefox.',
  'Открытое семь минут окно вопроса: продолжится ли команда.',
  '70 чтений за минуту с quotaUser: приходит ли 429.',
];
