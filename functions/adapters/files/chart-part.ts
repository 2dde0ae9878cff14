import type { ChartFigures } from '../../domain/report/tables/chart-figures.ts';

/** Fills that are told apart without colour, from dark to light and back. */
const FILLS: readonly string[] = [
  solid('000000'),
  patterned('ltUpDiag'),
  solid('7F7F7F'),
  patterned('pct20'),
  patterned('dkVert'),
  solid('FFFFFF'),
  patterned('smGrid'),
  solid('BFBFBF'),
  patterned('dkDnDiag'),
  patterned('wdUpDiag'),
];

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

function patterned(preset: string): string {
  const colour = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  return `<a:pattFill prst="${preset}">${colour('fgClr', '000000')}${colour('bgClr', 'FFFFFF')}</a:pattFill>`;
}

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
export const CHART_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';

/** A stacked bar chart as a part of an office file, with its figures inside: nothing else needs to be kept with it. */
export function formatChartPart({ title, kind, labels, series }: ChartFigures): string {
  const isBar = kind === 'stacked_bar';
  const drawn = series.map((each, index) => formatSeries(each, { index, labels })).join('');
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/>` +
    `<c:chart>${formatTitle(title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="${isBar ? 'bar' : 'col'}"/><c:grouping val="stacked"/><c:varyColors val="0"/>${drawn}` +
    '<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="111"/><c:axId val="112"/></c:barChart>' +
    `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="${isBar ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${isBar ? 'l' : 'b'}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    '<c:tickLblPos val="nextTo"/><c:crossAx val="112"/><c:crosses val="autoZero"/></c:catAx>' +
    '<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>' +
    `<c:axPos val="${isBar ? 'b' : 'l'}"/><c:majorGridlines/><c:numFmt formatCode="0" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/>' +
    `<c:crosses val="${isBar ? 'max' : 'autoZero'}"/></c:valAx></c:plotArea>` +
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
  );
}

function formatTitle(title: string): string {
  const run = `<a:r><a:rPr lang="ru-RU" sz="1200" b="1"/><a:t>${escapeXml(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

interface SeriesPlace {
  readonly index: number;
  readonly labels: readonly string[];
}

function formatSeries(
  { title, values }: ChartFigures['series'][number],
  { index, labels }: SeriesPlace,
): string {
  const points = (all: readonly (string | number)[]) =>
    `<c:ptCount val="${all.length}"/>${all.map((value, at) => `<c:pt idx="${at}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`).join('')}`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(title)}</c:v></c:tx>` +
    `<c:spPr>${FILLS[index % FILLS.length]}<a:ln w="6350">${solid('000000')}</a:ln></c:spPr><c:invertIfNegative val="0"/>` +
    `<c:cat><c:strLit>${points(labels)}</c:strLit></c:cat>` +
    `<c:val><c:numLit><c:formatCode>0</c:formatCode>${points(values)}</c:numLit></c:val></c:ser>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}
