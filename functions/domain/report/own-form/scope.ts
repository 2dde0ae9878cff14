import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { FormValue, FormValues } from './own-form.ts';
import type { ColumnKind } from '../report-document.ts';
import type { ReportCell } from '../tables/table-of.ts';

export interface FieldDescription {
  /** As it stands in the form, between the braces. */
  readonly key: string;
  /** Russian: what it means. */
  readonly title: string;
  readonly kind: Exclude<ColumnKind, 'state'>;
}

/** What can stand in a form at one place: at its top, or inside a repeat. */
export interface ScopeDescription {
  readonly fields: readonly FieldDescription[];
  readonly loops: readonly LoopDescription[];
}

export interface LoopDescription extends ScopeDescription {
  readonly key: string;
  /** Russian: what it goes through. */
  readonly title: string;
}

export interface FormField<Item> extends FieldDescription {
  readonly value: (item: Item, index: number) => ReportCell;
}

export interface FormLoop<Parent> extends LoopDescription {
  readonly valuesOf: (parent: Parent, uses: ReadonlySet<string>) => readonly FormValues[];
}

interface LoopParts<Parent, Item> {
  readonly key: string;
  readonly title: string;
  readonly items: (parent: Parent) => readonly Item[];
  readonly fields: readonly FormField<Item>[];
  readonly loops?: readonly FormLoop<Item>[];
}

export function formLoop<Parent, Item>(parts: LoopParts<Parent, Item>): FormLoop<Parent> {
  const { items, fields, loops = [], key, title } = parts;
  return {
    key,
    title,
    fields,
    loops,
    valuesOf: (parent, uses) =>
      items(parent).map((item, index) => formValuesOf({ fields, loops }, { item, index, uses })),
  };
}

interface Asked<Item> {
  readonly item: Item;
  readonly index: number;
  /** Keys that the form names; no others are worked out. */
  readonly uses: ReadonlySet<string>;
}

export function formValuesOf<Item>(
  {
    fields,
    loops,
  }: { readonly fields: readonly FormField<Item>[]; readonly loops: readonly FormLoop<Item>[] },
  { item, index, uses }: Asked<Item>,
): FormValues {
  const told = fields.filter(({ key }) => uses.has(key));
  const repeated = loops.filter(({ key }) => uses.has(key));
  return Object.fromEntries([
    ...told.map(({ key, kind, value }) => [key, toFormValue(value(item, index), kind)] as const),
    ...repeated.map((loop) => [loop.key, loop.valuesOf(item, uses)] as const),
  ]);
}

const NOTHING = '—';

function toFormValue(cell: ReportCell, kind: FieldDescription['kind']): FormValue {
  if (cell === null) return kind === 'text' ? '' : NOTHING;
  return kind === 'date' && typeof cell === 'string' ? formatDate(cell as CalendarDate) : cell;
}

export function field<Item>(
  key: string,
  [title, kind]: readonly [title: string, kind: FieldDescription['kind']],
  value: FormField<Item>['value'],
): FormField<Item> {
  return { key, title, kind, value };
}

/** «№»: the place in the repeat, from 1. */
export function position<Item>(): FormField<Item> {
  return field('№', ['Порядковый номер', 'count'], (_, index) => index + 1);
}
