/**
 * Without the fields that proto3 does not send: false, 0 and ''. Only for messages whose scalars are plain;
 * a text format keeps its `bold: false`, which means "not bold although the default is".
 */
export function dropDefaults<T extends object>(message: T): T {
  const kept = Object.entries(message).filter(
    ([, value]) => value !== undefined && value !== false && value !== 0 && value !== '',
  );
  return kept.length === Object.keys(message).length ? message : (Object.fromEntries(kept) as T);
}
