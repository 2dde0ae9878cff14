import * as z from 'zod';
import type { ConditionalRule, Protection } from '../../../workbook/layout/layout.ts';
import { colourSchema, colourStyleSchema, fromCellFormat, textFormatSchema } from '../requests/formats.ts';
import { fromGridRange, gridRangeSchema } from '../requests/grid-range.ts';
import { PROTECTION_PREFIX } from '../requests/plan-rules.ts';
import { conditionSchema } from './standing.ts';

type GridRange = z.infer<typeof gridRangeSchema>;
interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

export const conditionalFormatSchema = z.object({
  ranges: z.array(gridRangeSchema).default([]),
  booleanRule: z
    .object({
      condition: conditionSchema,
      format: z
        .object({
          backgroundColor: colourSchema.optional(),
          backgroundColorStyle: colourStyleSchema.optional(),
          textFormat: textFormatSchema.optional(),
        })
        .default({}),
    })
    .optional(),
});

const KINDS: Readonly<Record<string, ConditionalRule['when']>> = {
  TEXT_EQ: 'text_equals',
  TEXT_STARTS_WITH: 'text_starts_with',
  NOT_BLANK: 'not_blank',
};

/** A rule of a kind that a layout cannot say (staff may set any) is left out. */
export function parseConditionalRules(
  formats: readonly z.infer<typeof conditionalFormatSchema>[],
  size: GridSize,
): ConditionalRule[] {
  return formats.flatMap(({ ranges, booleanRule }) => {
    const when = booleanRule && KINDS[booleanRule.condition.type];
    if (!when) return [];
    const text = booleanRule.condition.values?.[0]?.userEnteredValue;
    const { background, colour, bold } = fromCellFormat(booleanRule.format);
    const style = {
      ...(background && { background }),
      ...(colour && { colour }),
      ...(bold !== undefined && { bold }),
    };
    return ranges.map((range) => ({
      range: fromGridRange(range, size),
      when,
      ...(text !== undefined && { text }),
      style,
    }));
  });
}

export function parseProtections(
  protections: readonly {
    readonly range?: GridRange | undefined;
    readonly description?: string | undefined;
  }[],
  size: GridSize,
): Protection[] {
  return protections.flatMap(({ range, description = '' }) => {
    if (!range) return [];
    const own = description.startsWith(PROTECTION_PREFIX);
    return [
      {
        range: fromGridRange(range, size),
        description: own ? description.slice(PROTECTION_PREFIX.length) : description,
      },
    ];
  });
}
