import { formatDate } from '../../../domain/dates/dates.ts';
import { ROOM, type BurningLine, type Overview } from '../../../domain/overview/overview.ts';
import { countOf, NOUNS } from '../../../domain/text/russian.ts';
import type { CellRange, LayoutCell } from '../../layout/layout.ts';
import { cutToLines, roomFor } from '../../layout/row-height.ts';
import { linkToRow } from '../../layout/row-link.ts';
import type { FindPlace } from '../control-sheet.ts';
import { LINES_START, linePiece, piecesOf, type Pieces } from './blocks.ts';
import { BURNING, FIGURE, joined, NAME, NAME_SIZE, NAME_WIDTH, styled } from './grid.ts';

const HEAD = ['Школа и мероприятие', 'срок', 'дней', 'Ответственный', null, null];
const RESPONSIBLE_COLUMN = 3;
const END_COLUMN = HEAD.length;
/** A date is as wide as its column. */
const DATE = { ...FIGURE, size: 8 };
const NAME_ROOM = roomFor({ width: NAME_WIDTH, size: NAME_SIZE });
const NAME_LINES = 2;
/** More are counted. */
const NAMED_SCHOOLS = 2;

/** What is overdue and what comes next, by name: each line leads to its row. */
export function burningPieces(overview: Overview | undefined, findPlace: FindPlace): readonly Pieces[] {
  return piecesOf({
    column: 0,
    heading: 'Просрочено и ближайшие сроки (дни ведут к строке)',
    head: HEAD,
    lines: overview ? linesOf(overview, findPlace) : [],
  });
}

function linesOf({ burning }: Overview, findPlace: FindPlace): readonly Pieces[] {
  const { overdue, hiddenOverdue, coming } = burning;
  const draw = (line: BurningLine) => drawLine(line, findPlace);
  const lines = [
    ...overdue.map(draw),
    ...(hiddenOverdue > 0 ? [remark(`Ещё просрочено ${hiddenOverdue}: лист «Контроль»`)] : []),
    ...coming.map(draw),
  ];
  return lines.length > 0 ? lines : [remark('Просроченного и предстоящих сроков нет')];
}

function remark(text: string): Pieces {
  return linePiece(0, [text, null, null, null, null, null], [NAME]);
}

function drawLine(line: BurningLine, findPlace: FindPlace): Pieces {
  const { controlDate, overdueDays, place } = line;
  const found = findPlace(place.worksheet, place.rowId);
  const days = overdueDays > 0 ? styled(`! ${overdueDays}`, BURNING) : styled(formatLeft(-overdueDays), DATE);
  // Not on the name: LibreOffice breaks no line of a linked text.
  const leading: LayoutCell = { ...days, ...(found && { link: linkToRow(found) }) };
  const whose = [formatWhose(line), null, null].map((value) => styled(value, NAME));
  return [[0, [styled(nameLine(line), NAME), styled(formatDate(controlDate), DATE), leading, ...whose]]];
}

function nameLine({ schools, measure }: BurningLine): string {
  const who = schools.length > NAMED_SCHOOLS ? countOf(schools.length, NOUNS.school) : schools.join(', ');
  return cutToLines(`${who}: ${measure.number} ${measure.title}`, NAME_ROOM, NAME_LINES);
}

function formatWhose({ responsible, otherResponsible }: BurningLine): string {
  return otherResponsible > 0 ? `${responsible} и ещё ${otherResponsible}` : responsible;
}

function formatLeft(days: number): string {
  return days === 0 ? 'сегодня' : `через ${days}`;
}

/** The responsible have three narrow columns. `firstRow`: of the table. */
export function burningMerges(firstRow: number): readonly CellRange[] {
  return Array.from({ length: 1 + ROOM.lines }, (_, at) =>
    joined(firstRow + LINES_START - 1 + at, RESPONSIBLE_COLUMN, END_COLUMN),
  );
}
