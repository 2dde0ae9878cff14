/** One change of the order of columns, places zero-based as they are by then. */
export type ColumnStep =
  /** An empty column, before the one that stands there. */
  | { readonly kind: 'insert'; readonly at: number }
  /** The column with all that is in it goes before the one that stands at `to`. */
  | { readonly kind: 'move'; readonly from: number; readonly to: number };

/** What a list of the columns becomes by the steps; `made` stands where one was put in. */
export function takeSteps<Each>(list: readonly Each[], steps: readonly ColumnStep[], made: Each): Each[] {
  const result = [...list];
  for (const step of steps) {
    if (step.kind === 'insert') result.splice(step.at, 0, made);
    else {
      const moved = result.splice(step.from, 1);
      result.splice(step.to > step.from ? step.to - 1 : step.to, 0, ...moved);
    }
  }
  return result;
}
