import type { PlantedBug } from './plant.ts';

/** What goes wrong where a header is lost, moved or retyped, and where a paste is undone. */
export const HEADER_BUGS: readonly PlantedBug[] = [
  {
    name: 'columns-moved-unasked',
    mimics: 'promise 1: an upgrade moves columns by where they stood when it looked',
    patches: [
      {
        file: 'functions/use-cases/provision/arrange-old-columns.ts',
        find: '[{ ...plan.guard, kind }, ...plan.edits]',
        replace: 'kind === "assert_positions" ? plan.edits : []',
      },
    ],
  },
  {
    name: 'rows-above-deleted',
    mimics: 'sheetrock 77: rows above the header are omitted, and so they are deleted',
    patches: [
      {
        file: 'functions/domain/sync/plan-sync.ts',
        find: 'const apart = findAbove(base, ids, input.above ?? []);',
        replace: 'const apart = findAbove(base, ids, []);',
      },
    ],
  },
  {
    name: 'first-row-is-header',
    mimics: 'estuary 2443: where no row is a header the first one is taken for it',
    patches: [
      {
        file: 'functions/workbook/table/find-header.ts',
        find: 'return deep && 2 * (first?.columns.size ?? 0) < deep.columns.size ? deep : first;',
        replace: `return deep ?? first ?? { headerRow: 0, headers: [],
    columns: new Map(worksheet.columns.map(({ key }, index) => [key, index])) };`,
      },
    ],
  },
  {
    name: 'headers-by-the-letter',
    mimics: 'glific 4165: invisible signs in a header hide its column',
    patches: [
      {
        file: 'functions/workbook/table/header-names.ts',
        find: 'return comparableName(header);',
        replace: 'return comparableName("") + header.trim();',
      },
    ],
  },
  {
    name: 'lost-column-is-empty',
    mimics: 'nomulus 2404: a header changed by accident, and the figures go on without its column',
    patches: [
      {
        file: 'functions/use-cases/report/refuse-report.ts',
        find: 'if (gaps.length > 0) throw new ReportGapError(gaps);',
        replace: 'if (gaps.length < 0) throw new ReportGapError(gaps);',
      },
    ],
  },
  {
    name: 'every-loss-is-an-undo',
    mimics: 'promise 3: whatever goes counts as taken back, however old it is',
    patches: [
      {
        file: 'functions/domain/sync/brake.ts',
        find: 'absent.filter(({ id }) => isFresh(id)), absent.filter(({ id }) => !isFresh(id))',
        replace: 'absent.filter(({ id }) => isFresh(id) || true), absent.filter(({ id }) => id === "")',
      },
    ],
  },
];
