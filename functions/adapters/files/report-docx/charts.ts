import { Paragraph, TextRun } from 'docx';
import type { ChartFigures } from '../../../domain/report/tables/chart-figures.ts';
import { CHART_RELATION, CHART_TYPE, formatChartPart } from '../chart-part.ts';
import { twips } from './page.ts';

/** Of the private use area: no keyboard has it, and it stands for a chart until the package is closed. */
const MARK = '\uF0C1';
const EMU_PER_TWIP = 635;
/** Millimetres. */
const HEIGHT = { stacked_column: 85, bar: { frame: 40, point: 7 }, most: 160 };

/**
 * Charts of one document. The library writes none, so each is a mark in a paragraph, and the marks become drawings
 * with a part each when the package is finished.
 */
export class DocxCharts {
  readonly #charts: { readonly figures: ChartFigures; readonly width: number; readonly height: number }[] =
    [];

  /** `room`: millimetres between the margins. */
  add(figures: ChartFigures, room: number): Paragraph {
    this.#charts.push({ figures, width: twips(room), height: twips(heightOfChart(figures)) });
    return new Paragraph({ children: [new TextRun(`${MARK}${this.#charts.length}${MARK}`)] });
  }

  /** What is to stand in the place of a part of the package; undefined: it stays. */
  mend(part: string, xml: string): string | undefined {
    if (part === 'word/document.xml') return this.#withDrawings(xml);
    const each = (text: (number: number) => string) =>
      this.#charts.map((_, index) => text(index + 1)).join('');
    if (part === '[Content_Types].xml')
      return insert(
        xml,
        '</Types>',
        each((n) => `<Override PartName="/${partOf(n)}" ContentType="${CHART_TYPE}"/>`),
      );
    if (part !== 'word/_rels/document.xml.rels') return undefined;
    return insert(
      xml,
      '</Relationships>',
      each((n) => `<Relationship Id="${idOf(n)}" Type="${CHART_RELATION}" Target="charts/chart${n}.xml"/>`),
    );
  }

  /** Parts that the package has not. */
  parts(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.#charts.map(({ figures }, index) => [partOf(index + 1), formatChartPart(figures)]),
    );
  }

  /** The marks are few and the text may be long: only they are looked for. */
  #withDrawings(xml: string): string {
    let drawn = '';
    let from = 0;
    this.#charts.forEach((_, index) => {
      const mark = `${MARK}${index + 1}${MARK}</w:t>`;
      const at = xml.indexOf(mark, from);
      if (at < 0) return;
      drawn += xml.slice(from, xml.lastIndexOf('<w:t', at)) + this.#drawing(index + 1);
      from = at + mark.length;
    });
    return drawn + xml.slice(from);
  }

  #drawing(number: number): string {
    const { width = 0, height = 0, figures } = this.#charts[number - 1] ?? {};
    const size = `cx="${width * EMU_PER_TWIP}" cy="${height * EMU_PER_TWIP}"`;
    const chart = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
    return (
      '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">' +
      `<wp:extent ${size}/><wp:docPr id="${1000 + number}" name="Диаграмма ${number}" descr="${figures?.title ?? ''}"/><wp:cNvGraphicFramePr/>` +
      '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
      `<a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${idOf(number)}"/>` +
      '</a:graphicData></a:graphic></wp:inline></w:drawing>'
    );
  }
}

function heightOfChart({ kind, labels }: ChartFigures): number {
  if (kind === 'stacked_column') return HEIGHT.stacked_column;
  return Math.min(HEIGHT.most, HEIGHT.bar.frame + HEIGHT.bar.point * labels.length);
}

function partOf(number: number): string {
  return `word/charts/chart${number}.xml`;
}

function idOf(number: number): string {
  return `rIdChart${number}`;
}

function insert(xml: string, before: string, text: string): string {
  return xml.replace(before, () => `${text}${before}`);
}
