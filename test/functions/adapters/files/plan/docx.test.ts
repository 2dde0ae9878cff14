import { describe, expect, test } from '@jest/globals';
import { parsePlanTables } from '../../../../../functions/adapters/files/plan/parse-tables.ts';
import {
  run,
  textRow,
  WORD_XML,
  wordCell,
  wordFile,
  wordParts,
  wordRow,
  wordTable,
  zipOf,
} from '../../../../support/office-files.ts';

const readTables = async (body: string, more?: Record<string, string>) =>
  parsePlanTables('.docx', await wordFile(body, more));

/** The rows of the first table. */
const readRows = async (body: string, more?: Record<string, string>) =>
  (await readTables(body, more))[0]?.rows;

/** The text of a cell with this in its paragraph. */
const readCell = async (content: string, more?: Record<string, string>) =>
  (await readRows(wordTable(wordRow(wordCell(content))), more))?.[0]?.[0];

const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

describe('a cell of a document is read as it is shown:', () => {
  test.each<[string, string, string]>([
    [
      'the result of a simple field',
      `<w:fldSimple w:instr="DATE">${run('15.09.2026')}</w:fldSimple>`,
      '15.09.2026',
    ],
    [
      'the result of a field, not its code',
      `${field('begin')}${code(' DATE ')}${run('не код')}${field('separate')}${run('май')}${field('end')}${run(' 2026')}`,
      'май 2026',
    ],
    [
      'the result of a field around a field',
      `${field('begin')}${code('IF ')}${field('begin')}${code('PAGE')}${field('separate')}${run('1')}${field('end')}${field('separate')}${run('июнь')}${field('end')}`,
      'июнь',
    ],
    [
      'text after tracked changes',
      `<w:del>${run('удалено').replaceAll('w:t>', 'w:delText>')}</w:del><w:ins>${run('до 1 мая')}</w:ins>`,
      'до 1 мая',
    ],
    [
      'text that was moved here, once',
      `<w:moveFrom>${run('май')}</w:moveFrom><w:moveTo>${run('май')}</w:moveTo>`,
      'май',
    ],
    [
      'the marks of footnotes above the line',
      `${run('до 1')}${run('1', '<w:vertAlign w:val="superscript"/>')}${run(' октября')}`,
      'до 1¹ октября',
    ],
    [
      'no number of a real footnote',
      `${run('до 1 мая')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      'до 1 мая',
    ],
    [
      'no hidden text',
      `${run('май')}${run(' скрыто', '<w:vanish/>')}${run('!', '<w:vanish w:val="0"/>')}`,
      'май!',
    ],
    [
      'what a content control holds',
      `<w:sdt><w:sdtPr/><w:sdtContent>${run('сентябрь')}</w:sdtContent></w:sdt>`,
      'сентябрь',
    ],
    [
      'nothing of a control that waits for its text',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Место для ввода даты.')}</w:sdtContent></w:sdt>${run('май')}`,
      'май',
    ],
    [
      'one of two ways to draw a thing',
      `<mc:AlternateContent><mc:Choice Requires="wps">${run('рамка')}</mc:Choice><mc:Fallback>${run('рамка')}</mc:Fallback></mc:AlternateContent>`,
      'рамка',
    ],
    [
      'breaks, tabs and hyphens',
      `<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t><w:noBreakHyphen/><w:t>г</w:t><w:softHyphen/><w:t>д</w:t></w:r>`,
      'а\tб\nв-гд',
    ],
    [
      'no tab stops of its paragraph',
      `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('май')}`,
      'май',
    ],
  ])('%s', async (_name, content, shown) => {
    expect(await readCell(content)).toBe(shown);
  });

  test('what is struck out is left out and named', async () => {
    const struck = `${run('до 1 октября', '<w:strike/>')}${run('до 15 ноября', '<w:strike w:val="false"/>')}`;
    const [table] = await readTables(wordTable(textRow('Срок'), wordRow(wordCell(struck))));
    expect([table?.rows, table?.leftOut]).toEqual([
      [['Срок'], ['до 15 ноября']],
      [{ why: 'struck_out', row: 1, column: 0, text: 'до 1 октября' }],
    ]);
  });

  test('looks that a style gives, or the style that it is based on', async () => {
    const styles = `<w:styles xmlns:w="${WORD_XML}"><w:style w:styleId="a"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`;
    expect(
      await readCell(`${run('до 1')}${run('2', '<w:rStyle w:val="b"/>')}${run(' мая')}`, {
        'word/styles.xml': styles,
      }),
    ).toBe('до 1² мая');
  });
});

describe('numbers that a list gives', () => {
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering xmlns:w="${WORD_XML}"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', '%1.')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '•')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
  const place = (list: number, at = 0) =>
    `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`;
  const row = (content: string) => wordRow(wordCell(content), wordCell(run('Семинар')));

  test('stand in cells of their own, and in no text', async () => {
    const rows = [
      place(5),
      place(5, 1),
      place(5, 1),
      place(5),
      place(6),
      place(7),
      `${place(6)}${run('Кадры')}`,
      place(6),
    ];
    expect(
      (await readRows(wordTable(...rows.map(row)), { 'word/numbering.xml': numbering }))?.map(
        ([number]) => number,
      ),
    ).toEqual(['1.', '1.1.', '1.2.', '2.', 'I.', '', 'Кадры', 'III.']);
  });
});

describe('a table of a document stands as it is shown:', () => {
  test('cells merged across and down are in each column and row that they cover', async () => {
    const down = '<w:vMerge w:val="restart"/>';
    expect(
      await readRows(
        wordTable(
          wordRow(wordCell(run('Раздел'), span(3))),
          wordRow(wordCell(run('1')), wordCell(run('Семинар')), wordCell(run('май'), down)),
          wordRow(wordCell(run('2')), wordCell(run('Курсы')), wordCell('', '<w:vMerge/>')),
          wordRow(
            wordCell(run('Итог'), '<w:hMerge w:val="restart"/>'),
            wordCell('', '<w:hMerge/>'),
            wordCell(run('х')),
          ),
        ),
      ),
    ).toEqual([
      ['Раздел', 'Раздел', 'Раздел'],
      ['1', 'Семинар', 'май'],
      ['2', 'Курсы', 'май'],
      ['Итог', 'Итог', 'х'],
    ]);
  });

  test('a row that begins further right leaves its first columns blank', async () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${wordCell(run('Курсы'))}${wordCell(run('июнь'))}</w:tr>`;
    expect(await readRows(wordTable(textRow('№', 'Мероприятие', 'Срок'), late))).toEqual([
      ['№', 'Мероприятие', 'Срок'],
      ['', 'Курсы', 'июнь'],
    ]);
  });

  test('rows and cells that a tracked change deletes are not there, old properties count no more', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${wordCell(run('нет'))}</w:tr>`;
    const changed = wordCell(
      run('1'),
      `<w:tcPrChange w:id="2"><w:tcPr>${span(3)}<w:vMerge/></w:tcPr></w:tcPrChange>`,
    );
    expect(
      await readRows(
        wordTable(
          textRow('№', 'Мероприятие'),
          deleted,
          wordRow(changed, wordCell('', '<w:cellDel/>'), wordCell(run('Семинар'))),
        ),
      ),
    ).toEqual([
      ['№', 'Мероприятие'],
      ['1', 'Семинар'],
    ]);
  });

  test('rows and cells inside content controls are there', async () => {
    const inControl = (xml: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
    expect(
      await readRows(
        wordTable(
          textRow('Срок', 'Кто'),
          inControl(wordRow(wordCell(run('май')), inControl(wordCell(run('М'))))),
        ),
      ),
    ).toEqual([
      ['Срок', 'Кто'],
      ['май', 'М'],
    ]);
  });

  test('hidden rows are told', async () => {
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${wordCell(run('май'))}</w:tr>`;
    expect((await readTables(wordTable(textRow('Срок'), hidden)))[0]?.hiddenRows).toEqual(new Set([1]));
  });

  test('tables inside cells are tables too, and text of their cells', async () => {
    const inner = (text: string) => wordTable(textRow('Мероприятие', text));
    const outer = wordTable(
      wordRow(`<w:tc>${inner('слева')}<w:p/></w:tc>`, `<w:tc>${inner('справа')}<w:p/></w:tc>`),
    );
    expect(
      (await readTables(`${outer}${wordTable(textRow('далее'))}`)).map(({ name, isNested, rows }) => [
        name,
        isNested,
        rows,
      ]),
    ).toEqual([
      [
        '1',
        undefined,
        [
          ['Мероприятие\nслева', 'Мероприятие\nсправа'].map((text) =>
            expect.stringMatching(text.replace('\n', String.raw`\s+`)),
          ),
        ],
      ],
      ['1.1', true, [['Мероприятие', 'слева']]],
      ['1.2', true, [['Мероприятие', 'справа']]],
      ['2', undefined, [['далее']]],
    ]);
  });

  test('in strict files, under other prefixes', async () => {
    const parts = wordParts(wordTable(textRow('Срок', 'Кто')));
    const strict = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        xml
          .replaceAll(WORD_XML, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
          .replaceAll('w:', 'ns0:')
          .replace('xmlns:w=', 'xmlns:ns0='),
      ]),
    );
    expect((await parsePlanTables('.docx', await zipOf(strict)))[0]?.rows).toEqual([['Срок', 'Кто']]);
  });
});

describe('the text of a document', () => {
  const line = (text: string) => `<w:p>${run(text)}</w:p>`;
  const table = wordTable(textRow('Мероприятие', 'Срок'));

  test('stands with its last lines over the table that it precedes', async () => {
    const tables = await readTables(line('План на 2022 год') + table + line('Дополнение') + table);
    expect(tables.map(({ heading }) => heading)).toEqual([['План на 2022 год'], ['Дополнение']]);
  });

  test('is all there is where no table stands, a paragraph a row', async () => {
    const body = line('ПРИКАЗЫВАЮ:') + line(' ') + line('1. Представить отчёт до 1 мая.');
    expect(await readTables(body)).toEqual([
      { kind: 'text', name: '', rows: [['ПРИКАЗЫВАЮ:'], ['1. Представить отчёт до 1 мая.']] },
    ]);
  });
});
