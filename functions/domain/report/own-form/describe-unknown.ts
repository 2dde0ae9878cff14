import { closest, distance } from 'fastest-levenshtein';
import type { LoopDescription, ScopeDescription } from './scope.ts';

/** Why a field of that name cannot stand where these scopes are open. Russian, as all that follows. */
export function describeField(
  name: string,
  known: readonly ScopeDescription[],
  root: ScopeDescription,
): string {
  if (known.some(({ loops }) => loops.some(({ key }) => key === name)))
    return `«${name}» — повтор, а не поле: он пишется {{#${name}}}…{{/${name}}}`;
  const owners = loopsWith(name, root);
  if (owners.length > 0)
    return `поле «${name}» есть только внутри повторов: ${owners.map(({ key }) => `«${key}»`).join(', ')}`;
  return `поля «${name}» нет${suggest(
    name,
    known.flatMap(({ fields }) => fields.map(({ key }) => key)),
  )}`;
}

/** Why a repeat of that name cannot stand in the innermost scope. */
export function describeLoop(name: string, inner: ScopeDescription, root: ScopeDescription): string {
  if (inner.fields.some(({ key }) => key === name))
    return `«${name}» — поле, а не повтор: оно пишется {{${name}}}`;
  if (root.loops.some(({ key }) => key === name))
    return `повтора «${name}» внутри другого повтора нет: закройте тот раньше`;
  return `повтора «${name}» нет${suggest(
    name,
    inner.loops.map(({ key }) => key),
  )}`;
}

function loopsWith(name: string, scope: ScopeDescription): readonly LoopDescription[] {
  const own = scope.loops.filter(({ fields }) => fields.some(({ key }) => key === name));
  const all = [...own, ...scope.loops.flatMap((loop) => loopsWith(name, loop))];
  return [...new Map(all.map((loop) => [loop.key, loop])).values()];
}

/** At most a third of the letters are wrong. */
function suggest(name: string, keys: readonly string[]): string {
  const near = keys.length > 0 ? closest(name, [...keys]) : undefined;
  const isNear = near !== undefined && distance(name, near) * 3 <= Math.max(name.length, near.length);
  return isNear ? `; может быть, «${near}»?` : '; все имена — в списке «Поля для форм»';
}
