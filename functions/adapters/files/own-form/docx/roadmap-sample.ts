import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { repack } from '../../repack.ts';
import { twips } from '../../report-docx/page.ts';
import { SAMPLE_DATE } from '../sample-date.ts';

/** Columns of roadmaps of education authorities; millimetres of A4 on its side. */
const COLUMNS: readonly (readonly [title: string, width: number, field: string])[] = [
  ['№ п/п', 12, '{{#мероприятия}}{{номер}}'],
  ['Мероприятие', 68, '{{мероприятие}}'],
  ['Срок', 40, '{{срок}}'],
  ['Ответственный', 40, '{{ответственный}}'],
  ['Результат', 34, '{{результат}}'],
  ['Вид документа', 33, '{{вид_документа}}'],
  ['Отметка о выполнении', 40, '{{отметка}}{{/мероприятия}}'],
];

const FONT = 'Times New Roman';
const SIZE = 22;

export async function formatRoadmap(): Promise<Buffer> {
  const document = new Document({
    creator: 'ШНОР',
    lastModifiedBy: 'ШНОР',
    styles: { default: { document: { run: { font: FONT, size: SIZE, language: { value: 'ru-RU' } } } } },
    sections: [{ properties: { page: lyingPage() }, children: [...head(), table(), ...foot()] }],
  });
  const moment = SAMPLE_DATE.toISOString().replace('.000', '');
  return repack(await Packer.toBuffer(document), SAMPLE_DATE, async (name, entry) => {
    if (name !== 'docProps/core.xml') return undefined;
    const xml = await entry.async('text');
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`);
  });
}

function lyingPage() {
  const [top, left, right] = [twips(15), twips(20), twips(10)];
  return {
    size: { width: twips(210), height: twips(297), orientation: PageOrientation.LANDSCAPE },
    margin: { top, bottom: top, left, right },
  };
}

function head(): readonly Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER };
  return [
    new Paragraph({ ...centred, children: [new TextRun('{{учреждение}}')] }),
    new Paragraph({
      ...centred,
      spacing: { before: 160 },
      children: [new TextRun({ text: 'ОТЧЁТ О ВЫПОЛНЕНИИ ДОРОЖНОЙ КАРТЫ', bold: true })],
    }),
    new Paragraph({
      ...centred,
      spacing: { after: 160 },
      children: [new TextRun('сопровождения школ с низкими результатами за {{период}}, на {{на_дату}}')],
    }),
  ];
}

function table(): Table {
  const widths = COLUMNS.map(([, width]) => twips(width));
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, index) => cell(text, { width: widths[index] ?? 0, isHead })),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      row(
        COLUMNS.map(([title]) => title),
        true,
      ),
      row(
        COLUMNS.map(([, , field]) => field),
        false,
      ),
    ],
  });
}

function cell(
  text: string,
  { width, isHead }: { readonly width: number; readonly isHead: boolean },
): TableCell {
  const run = new TextRun({ text, bold: isHead, size: 20 });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [new Paragraph({ ...(isHead && { alignment: AlignmentType.CENTER }), children: [run] })],
  });
}

function foot(): readonly Paragraph[] {
  const lines = [
    'Выполнено и подтверждено {{выполнено_всего}} из {{исполнений_всего}}, просрочено {{просрочено_всего}}.',
    '{{должность_руководителя}} ____________ {{руководитель}}',
    '{{исполнитель}}',
  ];
  return lines.map(
    (text, index) =>
      new Paragraph({ spacing: { before: index === 1 ? 360 : 160 }, children: [new TextRun(text)] }),
  );
}
