/** In order, each part as large as `limit` allows; an item that is larger stands alone. */
export function splitBySize<Item extends { readonly size: number }>(
  items: readonly Item[],
  limit: number,
): Item[][] {
  const parts: Item[][] = [];
  let size = 0;
  for (const item of items) {
    const last = parts.at(-1);
    if (last && size + item.size <= limit) {
      last.push(item);
      size += item.size;
    } else {
      parts.push([item]);
      size = item.size;
    }
  }
  return parts;
}
