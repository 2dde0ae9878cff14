import * as z from 'zod';
import type { LayoutValidation, ValidationRule } from '../../../workbook/layout/layout.ts';
import { parseColumnReference } from '../../shared/a1.ts';
import { groupIntoRectangles } from '../requests/rectangles.ts';
import { conditionSchema } from './standing.ts';

export const dataValidationSchema = z.object({
  condition: conditionSchema,
  inputMessage: z.string().optional(),
});
type DataValidation = z.infer<typeof dataValidationSchema>;

/** The rules of single cells as blocks; a block that ends with the grid is open below, as it was set. */
export function parseValidations(
  grid: readonly (readonly { readonly dataValidation?: DataValidation | undefined }[])[],
  size: { readonly rowCount: number },
): LayoutValidation[] {
  const rules = grid.map((cells) => cells.map((cell) => parseValidation(cell.dataValidation)));
  return groupIntoRectangles(rules).map(({ mark, startRow, endRow, startColumn, endColumn }) => ({
    range: { startRow, ...(endRow < size.rowCount && { endRow }), startColumn, endColumn },
    ...mark,
  }));
}

function parseValidation(
  validation: DataValidation | undefined,
): Pick<LayoutValidation, 'rule' | 'help'> | undefined {
  const rule = validation && parseRule(validation.condition);
  return rule && { rule, help: validation.inputMessage ?? '' };
}

/** Undefined for a kind that a layout cannot say. */
function parseRule(condition: DataValidation['condition']): ValidationRule | undefined {
  const texts = (condition.values ?? []).map((value) => value.userEnteredValue ?? '');
  switch (condition.type) {
    case 'ONE_OF_LIST':
      return { kind: 'one_of', values: texts };
    case 'ONE_OF_RANGE': {
      const reference = parseColumnReference(texts[0] ?? '');
      return reference && { kind: 'one_of_range', ...reference };
    }
    case 'DATE_IS_VALID':
      return { kind: 'date' };
    case 'NUMBER_BETWEEN':
      return { kind: 'number_between', min: Number(texts[0]), max: Number(texts[1]) };
    default:
      return undefined;
  }
}
