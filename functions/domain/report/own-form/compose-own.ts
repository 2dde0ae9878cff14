import { composeRequisites } from '../forms.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportBlock, ReportColumn, ReportDocument, ReportPart } from '../report-document.ts';
import { formatOver } from '../report-span.ts';
import { composeLead, formatDue, formatSubject } from '../parts/title-part.ts';
import { tally } from '../../assessment/tally.ts';
import { FORM_SCOPE, type FormSource } from './fields.ts';
import type { FormValues, OwnForm } from './own-form.ts';
import { formValuesOf, type LoopDescription, type ScopeDescription } from './scope.ts';

/**
 * A report by a form of the authority's own: its file is the form filled with the values that are kept here; the tab
 * shows the same values as tables.
 */
export function composeOwnForm(
  basis: ReportBasis,
  form: OwnForm,
  identity: Omit<FormSource, 'basis'>,
): ReportDocument {
  const { title, start, end } = basis.span;
  const source: FormSource = { basis, ...identity };
  const values = formValuesOf(FORM_SCOPE, { item: source, index: 0, uses: new Set(form.uses) });
  return {
    schema: 'report-document-1',
    form: 'own',
    ...identity,
    asOf: basis.asOf,
    span: { start, end, title },
    requisites: {
      ...composeRequisites('brief', basis),
      documentKind: 'ОТЧЁТ',
      heading: `По форме «${form.name}» ${formatOver(basis.span)}`,
    },
    parts: [composeLead(formatSubject(basis), formatDue(tally(basis.obligations))), composeValues(values)],
    ownForm: { ...form, values },
  };
}

function composeValues(values: FormValues): ReportPart {
  const fields = FORM_SCOPE.fields.filter(({ key }) => key in values);
  const blocks = FORM_SCOPE.loops.flatMap((loop) => tablesOf(loop, itemsOf(values, loop.key)));
  const table: ReportBlock = {
    kind: 'table',
    table: {
      key: 'fields',
      title: 'Поля формы',
      emptyText: '',
      columns: [
        { key: 'field', title: 'Поле', kind: 'text', width: 60 },
        { key: 'meaning', title: 'Что это', kind: 'text', width: 97 },
        { key: 'value', title: 'Значение', kind: 'text', width: 110 },
      ],
      rows: fields.map(({ key, title }) => ({ level: 'row', cells: [key, title, shown(values[key])] })),
    },
  };
  return {
    key: 'values',
    title: 'Чем заполнена форма',
    blocks: [...(fields.length > 0 ? [table] : []), ...blocks],
  };
}

/** A repeat within a repeat has a table of its own, with the items of all. */
function tablesOf(loop: LoopDescription, items: readonly FormValues[] | undefined): readonly ReportBlock[] {
  if (!items) return [];
  const inner = loop.loops.flatMap((each) => {
    const own = items.flatMap((item) => itemsOf(item, each.key) ?? []);
    return items.some((item) => each.key in item)
      ? tablesOf({ ...each, key: `${loop.key}_${each.key}` }, own)
      : [];
  });
  const fields = fieldsOf(loop, items);
  if (fields.length === 0) return inner;
  const table = {
    key: loop.key,
    title: loop.title,
    emptyText: `${loop.title}: нет.`,
    columns: fields.map(({ key, title }): ReportColumn => ({
      key,
      title,
      kind: 'text',
      width: PAGE / fields.length,
    })),
    rows: items.map((item) => ({
      level: 'row' as const,
      cells: fields.map(({ key }) => shown(item[key])),
    })),
  };
  return [{ kind: 'table', table }, ...inner];
}

const PAGE = 267;

function fieldsOf({ fields }: ScopeDescription, items: readonly FormValues[]) {
  return fields.filter(({ key }) => items.some((item) => key in item));
}

function itemsOf(values: FormValues, key: string): readonly FormValues[] | undefined {
  const found = values[key];
  return Array.isArray(found) ? (found as readonly FormValues[]) : undefined;
}

function shown(value: FormValues[string] | undefined): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
}
