import { describe, expect, test } from '@jest/globals';
import { parsePlanTables } from '../../../../../functions/adapters/files/plan/parse-tables.ts';

const readTable = async (bytes: Uint8Array) => (await parsePlanTables('.csv', bytes))[0];
const readRows = async (text: string) => (await readTable(Buffer.from(text)))?.rows;
const readLeftOut = async (text: string) => (await readTable(Buffer.from(text)))?.leftOut;

/** The text in an encoding of one byte a sign. */
function encode(text: string, encoding: string): Uint8Array {
  const signs = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text], (sign) => signs.indexOf(sign));
}

const TEXT = 'Мероприятие;Срок\r\nСеминар для ОО № 1;до 15 мая\r\nЁлка;ДЕКАБРЬ';
const ROWS = [
  ['Мероприятие', 'Срок'],
  ['Семинар для ОО № 1', 'до 15 мая'],
  ['Ёлка', 'ДЕКАБРЬ'],
];

describe('a text is read in', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['the encoding of Windows', encode(TEXT, 'windows-1251')],
    ['the encoding of DOS', encode(TEXT, 'ibm866')],
    ['the encoding of old Macs', encode(TEXT, 'x-mac-cyrillic')],
  ])('%s', async (_name, bytes) => {
    expect((await readTable(bytes))?.rows).toEqual(ROWS);
  });

  test('UTF-8 although a byte of it is spoiled, which is named', async () => {
    const bytes = Buffer.concat([Buffer.from(`${TEXT}\r\nКурсы`), Buffer.from([0xd0]), Buffer.from(';июнь')]);
    const table = await readTable(bytes);
    expect([table?.rows[3], table?.leftOut]).toEqual([
      ['Курсы\ufffd', 'июнь'],
      [{ why: 'unreadable_signs', row: 3, text: 'Курсы\ufffd | июнь' }],
    ]);
  });
});

describe('quotes', () => {
  test('hold separators, line breaks and quotes within', async () => {
    expect(await readRows('№;Мероприятие\n1;"Семинар; беседа\nи ""опрос"""\n2;Курсы')).toEqual([
      ['№', 'Мероприятие'],
      ['1', 'Семинар; беседа\nи "опрос"'],
      ['2', 'Курсы'],
    ]);
    expect(await readLeftOut('№;Мероприятие\n1;"Семинар; беседа"')).toEqual([]);
  });

  test.each<[string, string, readonly string[]]>([
    ['open a name', '1;"Точка роста": открыть;май', ['1', '"Точка роста": открыть', 'май']],
    ['never close', '1;"Точка роста - открыть;май', ['1', '"Точка роста - открыть', 'май']],
    ['close too early', '1;"СОШ" № 1 "Лицей";май', ['1', '"СОШ" № 1 "Лицей"', 'май']],
    ['open a line', '"Точка роста" 1;Открыть;май', ['"Точка роста" 1', 'Открыть', 'май']],
    [
      'stand beside cells that are quoted well',
      '"1";"Точка" роста;"до ""мая"""',
      ['1', '"Точка" роста', 'до "мая"'],
    ],
  ])('that %s spoil their own line alone, which is named', async (_name, line, cells) => {
    const table = await readTable(
      Buffer.from(`№;Мероприятие;Срок\n${line}\n2;"Курсы;\nбеседа";июнь\n3;Отчёт;июль`),
    );
    expect([table?.rows, table?.leftOut]).toEqual([
      [['№', 'Мероприятие', 'Срок'], cells, ['2', 'Курсы;\nбеседа', 'июнь'], ['3', 'Отчёт', 'июль']],
      [{ why: 'open_quote', row: 1, text: cells.join(' | ') }],
    ]);
  });
});

test('the separator is the one that divides most rows alike', async () => {
  expect(await readRows('а,б;в\nг,д,е;ж')).toEqual([
    ['а,б', 'в'],
    ['г,д,е', 'ж'],
  ]);
  expect(await readRows('а\tб, в\nг\tд')).toEqual([
    ['а', 'б, в'],
    ['г', 'д'],
  ]);
  expect(await readRows('sep=|\r\nа|б;в\r\nг|д;е')).toEqual([[], ['а', 'б;в'], ['г', 'д;е']]);
});
