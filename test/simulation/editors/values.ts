import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { ColumnType } from '../../../functions/workbook/worksheets/spec.ts';
import type { Scalar } from '../../../local/sheets-api/model/types.ts';
import type { ColumnView } from '../world/view.ts';
import type { Desk } from './desk.ts';

/** How often somebody types what the column is made for; else it is a token, wrong as it may be there. */
const FITTING = 0.5;

/** What a person might type into the column. */
export function typedValue(desk: Desk, { key }: Pick<ColumnView, 'key'>): Scalar {
  const column = WORKSHEETS[desk.key].columns.find((each) => each.key === key);
  const fitting = column && desk.random.chance(FITTING) ? fittingValue(desk, column.type) : undefined;
  return fitting ?? desk.newToken();
}

function fittingValue({ random }: Desk, type: ColumnType): Scalar | undefined {
  switch (type.kind) {
    case 'date':
      return 46_000 + random.below(400);
    case 'integer':
    case 'percent':
      return random.below(100);
    case 'choice':
      return random.pick(type.options);
    case 'school':
      return `ОО № ${1 + random.below(3)}`;
    case 'measure':
    case 'measures':
      return `1.${1 + random.below(2)}`;
    default:
      return undefined;
  }
}
