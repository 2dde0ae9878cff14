import type { MeasureAssessment, Obligation } from '../../assessment/obligation.ts';
import { worstOf } from '../../assessment/states/worst-obligation.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportColumn, ReportPart, ReportRow, ReportTable } from '../report-document.ts';
import { compact, linksInForm, type RowLinks } from '../row-links.ts';
import { TOTAL_KEYS, totalCells, totalColumns } from '../tables/total-columns.ts';

/** So many columns of a state are legible on one page; measures beyond go to a further table. */
const MEASURES_A_TABLE = 13;

/** Part 3: school × measure. Measures of the municipality as a whole have no column. */
export function composeMatrix(basis: ReportBasis, links: RowLinks<Obligation>): ReportPart {
  const owed = new Set(
    basis.obligations.flatMap(({ school, measure }) => (school === null ? [] : [measure])),
  );
  const measures = basis.measures.filter(({ measure }) => owed.has(measure.number));
  const tables = Math.max(1, Math.ceil(measures.length / MEASURES_A_TABLE));
  const ofNoSchool = basis.obligations.flatMap(({ school, measure }) => (school === null ? [measure] : []));
  const apart = [...new Set(ofNoSchool)].join(', ');
  return {
    key: 'schools',
    title: 'Исполнение по школам',
    blocks: [
      ...Array.from({ length: tables }, (_, index) => {
        const shown = measures.slice(index * MEASURES_A_TABLE, (index + 1) * MEASURES_A_TABLE);
        const table = matrixTable(basis, shown, { withTotals: index === tables - 1, links });
        const key = index === 0 ? 'matrix' : `matrix_${index + 1}`;
        return { kind: 'table', table: { ...table, key } } as const;
      }),
      {
        kind: 'text',
        style: 'note',
        text:
          'Если срок повторяется, показано худшее состояние; пустая клетка — школа этого не исполняет.' +
          (apart ? ` За муниципалитет в целом исполняется: ${apart}.` : ''),
      },
    ],
  };
}

function matrixTable(
  { schools, obligations }: ReportBasis,
  measures: readonly MeasureAssessment[],
  { withTotals, links }: { readonly withTotals: boolean; readonly links: RowLinks<Obligation> },
): Omit<ReportTable, 'key'> {
  const leadsOf = (own: readonly Obligation[]) => (withTotals ? linksInForm(own, TOTAL_KEYS, links) : {});
  const bySchool = Map.groupBy(obligations, ({ school }) => school);
  const rows = schools.map(({ name, rowId }, index): ReportRow => {
    const own = bySchool.get(name) ?? [];
    const worst = worstOfEach(own);
    const cells = measures.map(({ measure }) => worst.get(measure.number)?.state ?? null);
    const leads = measures.map(({ measure }) => {
      const obligation = worst.get(measure.number);
      return [columnKey(measure.number), obligation && links.spanOf([obligation])] as const;
    });
    return {
      level: 'row',
      cells: [index + 1, name, ...cells, ...(withTotals ? totalCells(own) : [])],
      links: { ...compact(leads), ...leadsOf(own) },
      source: { worksheet: 'schools', rowId },
    };
  });
  const columns = matrixColumns(measures, withTotals);
  const ofSchools = obligations.filter(({ school }) => school !== null);
  const total: ReportRow = {
    level: 'total',
    cells: [null, 'Всего по школам', ...measures.map(() => null), ...totalCells(ofSchools)],
    links: leadsOf(ofSchools),
  };
  return {
    title: '',
    columns,
    rows: withTotals && rows.length > 0 ? [...rows, total] : rows,
    emptyText: 'Учитываемых школ нет.',
  };
}

function worstOfEach(obligations: readonly Obligation[]): ReadonlyMap<string, Obligation> {
  const worst = new Map<string, Obligation>();
  for (const obligation of obligations) {
    const before = worst.get(obligation.measure);
    worst.set(obligation.measure, (before && worstOf([before, obligation])) ?? obligation);
  }
  return worst;
}

const TOTAL_COLUMNS = totalColumns('Исполнений');

const PAGE = 267;
const POSITION = 8;
const NAME = 26;

function matrixColumns(measures: readonly MeasureAssessment[], withTotals: boolean): readonly ReportColumn[] {
  const totals = withTotals ? TOTAL_COLUMNS : [];
  const taken = totals.reduce((sum, { width }) => sum + width, POSITION + NAME);
  const width = Math.min(24, Math.floor((PAGE - taken) / Math.max(1, measures.length)));
  return [
    { key: 'position', title: '№', kind: 'count', width: POSITION },
    { key: 'school', title: 'Школа', kind: 'text', width: NAME + (PAGE - taken - width * measures.length) },
    ...measures.map(({ measure }): ReportColumn => ({
      key: columnKey(measure.number),
      title: measure.number,
      group: 'Мероприятия',
      kind: 'state',
      width,
    })),
    ...totals,
  ];
}

function columnKey(measure: string): string {
  return `m${measure}`;
}
