import type { ConditionalFormattingRule, DataValidation, Worksheet } from 'exceljs';
import type {
  CellRange,
  ConditionalRule,
  LayoutValidation,
  SheetLayout,
  ValidationRule,
} from '../../../workbook/layout/layout.ts';
import { columnLetters } from '../../../workbook/layout/columns.ts';
import { quoteSheetTitle } from '../../shared/a1.ts';
import type { DropdownFormula } from './dropdowns.ts';
import type { SheetPlaces } from './names.ts';
import { toRuleStyle } from './styles.ts';

/** Excel's limits. */
const MAX_PROMPT = 255;
const LAST_ROW = 1_048_576;

export interface RuleContext {
  readonly places: SheetPlaces;
  readonly dropdown: DropdownFormula;
}

/** Dropdowns and hints; none forbids, for what a person types is kept and reported. */
export function addValidations(worksheet: Worksheet, layout: SheetLayout, context: RuleContext): void {
  for (const validation of layout.validations) {
    const check = toDataValidation(validation, context);
    if (check) validationsOf(worksheet).add(addressOf(validation.range, layout), check);
  }
}

/** exceljs has it and documents it nowhere: a rule of a whole block instead of one a cell. */
function validationsOf(worksheet: Worksheet): { add(address: string, rule: DataValidation): unknown } {
  return (worksheet as Worksheet & { dataValidations: ReturnType<typeof validationsOf> }).dataValidations;
}

function toDataValidation(
  { rule, help }: LayoutValidation,
  context: RuleContext,
): DataValidation | undefined {
  const condition = toCondition(rule, context);
  if (!condition) return undefined;
  const prompt = help.slice(0, MAX_PROMPT);
  return {
    ...condition,
    allowBlank: true,
    showErrorMessage: false,
    ...(prompt && { showInputMessage: true, prompt }),
  };
}

function toCondition(
  rule: ValidationRule,
  { places, dropdown }: RuleContext,
): Pick<DataValidation, 'type' | 'operator' | 'formulae'> | undefined {
  switch (rule.kind) {
    case 'one_of':
      return { type: 'list', formulae: [dropdown(rule.values)] };
    case 'one_of_range': {
      const name = places.nameOfTitle.get(rule.sheetTitle);
      const letters = columnLetters(rule.column);
      const range = `$${letters}$${rule.startRow + 1}:$${letters}$${LAST_ROW}`;
      return name === undefined
        ? undefined
        : { type: 'list', formulae: [`${quoteSheetTitle(name)}!${range}`] };
    }
    case 'date':
      return { type: 'date', operator: 'greaterThan', formulae: [new Date(Date.UTC(1900, 2, 1))] };
    case 'number_between':
      return { type: 'decimal', operator: 'between', formulae: [rule.min, rule.max] };
  }
}

/** The first rule of a layout has the highest priority, as in Google Sheets. */
export function addConditionalRules(worksheet: Worksheet, layout: SheetLayout): void {
  layout.conditionalRules.forEach((rule, index) => {
    worksheet.addConditionalFormatting({
      ref: addressOf(rule.range, layout),
      rules: [toRule(rule, index + 1)],
    });
  });
}

/** Only kinds that LibreOffice shows too: `containsText` and its like are lost there. */
function toRule(rule: ConditionalRule, priority: number): ConditionalFormattingRule {
  const style = toRuleStyle(rule.style);
  const first = `${columnLetters(rule.range.startColumn)}${rule.range.startRow + 1}`;
  const text = (rule.text ?? '').replaceAll('"', '""');
  switch (rule.when) {
    case 'text_equals':
      return { type: 'cellIs', operator: 'equal', formulae: [`"${text}"`], style, priority };
    case 'text_starts_with': {
      const formula = `LEFT(${first},${rule.text?.length ?? 0})="${text}"`;
      return { type: 'expression', formulae: [formula], style, priority };
    }
    case 'not_blank':
      return { type: 'expression', formulae: [`LEN(${first})>0`], style, priority };
  }
}

/** `B2:B500`: an open end reaches to the last row or column that the sheet has. */
function addressOf(range: CellRange, layout: SheetLayout): string {
  const lastRow = range.endRow ?? Math.max(layout.rows.length + layout.spareRows, range.startRow + 1);
  const lastColumn = range.endColumn ?? Math.max(layout.columnWidths.length, range.startColumn + 1);
  const first = `${columnLetters(range.startColumn)}${range.startRow + 1}`;
  return `${first}:${columnLetters(lastColumn - 1)}${lastRow}`;
}
