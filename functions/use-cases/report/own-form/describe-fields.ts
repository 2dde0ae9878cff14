import type { LoopDescription, ScopeDescription } from '../../../domain/report/own-form/scope.ts';

const KINDS = { text: 'текст', count: 'число', percent: 'процент', date: 'дата', days: 'дни' } as const;

const RULES = [
  'Поля для форм',
  '',
  'Поле: {{период}}. Повтор: {{#школы}}…{{/школы}} — всё, что между ними, повторяется для каждой школы. Если начало и',
  'конец стоят в разных ячейках одной строки таблицы, повторяется строка. Если повторять нечего: {{^журнал}}…{{/журнал}}.',
  'Внутри повтора видны и его поля, и те, что вне его. Регистр и вид пробелов в именах не важны.',
] as const;

/** «Поля для форм»: every field and repeat with its meaning, as lines. */
export function describeFields(scope: ScopeDescription): string {
  return [...RULES, '', ...linesOf(scope, ''), ...scope.loops.flatMap((loop) => describeLoop(loop, ''))].join(
    '\n',
  );
}

function describeLoop(loop: LoopDescription, indent: string): readonly string[] {
  return [
    '',
    `${indent}{{#${loop.key}}}…{{/${loop.key}}} — ${loop.title}:`,
    ...linesOf(loop, `${indent}  `),
    ...loop.loops.flatMap((inner) => describeLoop(inner, `${indent}  `)),
  ];
}

function linesOf({ fields }: ScopeDescription, indent: string): readonly string[] {
  return fields.map(({ key, title, kind }) => `${indent}{{${key}}} — ${title} (${KINDS[kind]})`);
}
