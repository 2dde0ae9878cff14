import type { PlantedBug } from './plant.ts';

/** What goes wrong between the sheet and the plan. */
export const READING_BUGS: readonly PlantedBug[] = [
  {
    name: 'failed-read-is-empty',
    mimics: 'Airbyte 45106: a failed read taken for an empty sheet, every row deleted',
    patches: [
      {
        file: 'functions/use-cases/sync/reading/read-sheets.ts',
        find: 'if (!(error instanceof SheetMissingError)) throw error;',
        replace: `if (!(error instanceof SheetMissingError))
      return Object.fromEntries(READ.map((key) => [key, { kind: 'complete', sheetId: head.sheetIds[key], title: key,
        rows: [key in WORKSHEETS ? WORKSHEETS[key as 'acts'].columns.map(({ title }) => title) : []] }])) as never;`,
      },
      {
        file: 'functions/domain/sync/brake.ts',
        find: 'const isMuch = gone.length > limit || (gone.length > 0 && ids.length === 0);',
        replace: 'const isMuch = gone.length > limit && ids.length > 0;',
      },
    ],
  },
  {
    name: 'no-brake',
    mimics: 'Airbyte 45106: deletions without a brake',
    patches: [
      {
        file: 'functions/domain/sync/brake.ts',
        find: 'const isHeld = isMuch && digestOfRows(gone.map(({ id }) => id)) !== consent?.rows;',
        replace: 'const isHeld = isMuch && gone.length < 0;',
      },
    ],
  },
  {
    name: 'no-brake-for-columns',
    mimics: 'promise 3: a whole column emptied goes through unasked',
    patches: [
      {
        file: 'functions/domain/sync/brake.ts',
        find: 'cells > (returned.includes(column) ? 0 : limit) &&',
        replace: 'cells < 0 && !returned.includes(column) &&',
      },
    ],
  },
  {
    name: 'half-row-dropped',
    mimics: 'nocodb 7809: a half-typed row dropped in silence',
    patches: [
      {
        file: 'functions/workbook/table/table.ts',
        find: 'if (hasContent(row.staff, worksheet)) rows.push(row);',
        replace: `if (worksheet.columns.every(({ key, isRequired }) => !isRequired || !isBlank(row.staff[key])) &&
      hasContent(row.staff, worksheet)) rows.push(row);`,
      },
    ],
  },
  {
    name: 'defaults-make-rows',
    mimics: 'n8n 9950: unticked checkboxes make empty rows look filled',
    patches: [
      {
        file: 'functions/workbook/table/blank.ts',
        find: 'cell === undefined || cell === null || cell === false ||',
        replace: 'cell === undefined || cell === null ||',
      },
    ],
  },
  {
    name: 'header-in-row-one',
    mimics: 'airbyte 2145: the header is looked for in the first row only',
    patches: [
      {
        file: 'functions/workbook/table/find-header.ts',
        find: 'const HEADER_SEARCH_ROWS = 10;',
        replace: 'const HEADER_SEARCH_ROWS = 1;',
      },
      {
        file: 'functions/workbook/table/find-header.ts',
        find: 'const deep = findDeep(worksheet, rows, known);',
        replace: 'const deep = undefined as Header | undefined;',
      },
    ],
  },
  {
    name: 'columns-by-position',
    mimics: 'Whalesync, airbyte 55881: columns are taken from where they stood at first',
    patches: [
      {
        file: 'functions/workbook/table/table.ts',
        find: 'const binding = bindColumns(worksheet, sheet, known);',
        replace: `const found = bindColumns(worksheet, sheet, known);
  const binding = { ...found, columns: new Map(worksheet.columns.map(({ key }, index) => [key, index])) };`,
      },
    ],
  },
  {
    name: 'no-synonyms',
    mimics: 'Whalesync: a renamed header loses its column',
    patches: [
      {
        file: 'functions/workbook/table/header-names.ts',
        find: 'synonyms: synonyms.map(normaliseHeader)',
        replace: 'synonyms: []',
      },
    ],
  },
  {
    name: 'lost-column-empties',
    mimics: 'Whalesync: a deleted column empties its cells in the store',
    patches: [
      {
        file: 'functions/workbook/table/table.ts',
        find: 'if (index === undefined) continue;',
        replace:
          "if (index === undefined) { if (column.owner === 'staff') staff[column.key] = null; continue; }",
      },
    ],
  },
  {
    name: 'own-columns-collide',
    mimics: 'promise 6: of two own columns under one header one is dropped',
    patches: [
      {
        file: 'functions/workbook/table/own-columns.ts',
        find: "return `x${count === 1 ? '' : count}:${name}`;",
        replace: 'return `x:${name}`;',
      },
    ],
  },
  {
    name: 'nameless-column-dropped',
    mimics: 'promise 6: what is typed under no header is dropped',
    patches: [
      {
        file: 'functions/workbook/table/own-columns.ts',
        find: 'key === undefined || (isNameless(key) && !filled.has(index)) ?',
        replace: 'key === undefined || isNameless(key) ?',
      },
    ],
  },
];
