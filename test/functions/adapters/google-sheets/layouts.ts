import type { SheetLayout } from '../../../../functions/workbook/layout/layout.ts';

/** A small sheet with something of everything; `changes` replace its parts. */
export function buildLayout(changes: Partial<SheetLayout> = {}): SheetLayout {
  return {
    title: 'Журнал',
    tabColour: '#336699',
    columnWidths: [80, 80, 200],
    rows: [
      {
        cells: [
          { value: 'ID', style: { bold: true, background: '#eeeeee' } },
          { value: 'Дата', style: { bold: true, background: '#eeeeee' }, note: 'День события' },
          { value: 'Что', style: { bold: true } },
        ],
        height: 40,
      },
      { cells: [{ value: 'r1' }, { value: 46_000 }, { value: '=1+1', link: '#gid=7&range=A5' }] },
    ],
    frozenRows: 1,
    frozenColumns: 1,
    spareRows: 3,
    columnStyles: [undefined, { format: 'date', align: 'center' }, { wrap: true }],
    merges: [],
    validations: [
      {
        range: { startRow: 1, startColumn: 2, endColumn: 3 },
        rule: { kind: 'one_of', values: ['беседа', 'курсы'] },
        help: 'Выберите из списка',
      },
    ],
    conditionalRules: [
      {
        range: { startRow: 1, startColumn: 2, endColumn: 3 },
        when: 'text_equals',
        text: 'курсы',
        style: { background: '#ccffcc' },
      },
    ],
    protections: [{ range: { startRow: 0, startColumn: 0, endColumn: 1 }, description: 'Столбец программы' }],
    print: { landscape: true, repeatRows: 1, pagesWide: 1 },
    ...changes,
  };
}
