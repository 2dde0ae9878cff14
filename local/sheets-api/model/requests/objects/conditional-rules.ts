import { invalidArgument } from '../../../wire/api-error.ts';
import type { ConditionalFormatRule } from '../../../schema/sheet.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, rangeOfBox } from '../../ranges/boxes.ts';
import { completeColours, completeFormat } from '../../colours.ts';
import type { Draft, MutableSheet } from '../../draft.ts';
import { required, type Handlers } from '../../handler.ts';
import { describeRule } from '../../describe/describe-ranges.ts';

interface Placed {
  readonly sheetId: number;
  readonly rule: ConditionalFormatRule;
}

/** As it is kept: its ranges closed, its colours in both spellings. */
function complete(draft: Draft, given: ConditionalFormatRule | undefined): Placed {
  const { ranges = [], booleanRule, gradientRule } = required(given, 'rule');
  const sheetId = ranges[0]?.sheetId ?? 0;
  if (ranges.length === 0) throw invalidArgument('rule.ranges must not be empty.');
  if (ranges.some((range) => (range.sheetId ?? 0) !== sheetId))
    throw invalidArgument('All ranges of a conditional format rule must be on the same sheet.');
  const closed = ranges.map((range) => rangeOfBox(sheetId, boxOf(draft.read(sheetId), range)));
  const look = gradientRule && !booleanRule ? completeGradient(gradientRule) : completeBoolean(booleanRule);
  return { sheetId, rule: { ranges: closed, ...look } };
}

function completeBoolean(booleanRule: ConditionalFormatRule['booleanRule']): Partial<ConditionalFormatRule> {
  const condition = required(booleanRule?.condition, 'rule.booleanRule.condition');
  required(condition.type, 'rule.booleanRule.condition.type');
  return { booleanRule: { condition, format: completeFormat(booleanRule?.format ?? {}) } };
}

function completeGradient(
  gradientRule: NonNullable<ConditionalFormatRule['gradientRule']>,
): Partial<ConditionalFormatRule> {
  const { minpoint = {}, midpoint, maxpoint = {} } = gradientRule;
  return {
    gradientRule: {
      minpoint: completePoint(minpoint),
      ...(midpoint && { midpoint: completePoint(midpoint) }),
      maxpoint: completePoint(maxpoint),
    },
  };
}

type Point = NonNullable<NonNullable<ConditionalFormatRule['gradientRule']>['minpoint']>;

/** The least and the greatest need no value, and one that comes with them is dropped. */
function completePoint({ type, value, ...colours }: Point): Point {
  if (type === undefined) throw invalidArgument('No interpolationPointType specified.');
  const isEnd = type === 'MIN' || type === 'MAX';
  if (!isEnd && !value) throw invalidArgument('InterpolationPoint.value is required.');
  return { ...completeColours(colours), type, ...(!isEnd && value !== undefined && { value }) };
}

function addConditionalFormatRule(draft: Draft, body: RequestBody<'addConditionalFormatRule'>): object {
  const { sheetId, rule } = complete(draft, body.rule);
  const sheet = draft.edit(sheetId);
  const index = body.index ?? 0;
  if (index > sheet.conditionalFormats.length) throw noRule(sheet, index);
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 0, rule);
  return {};
}

function noRule(sheet: MutableSheet, index: number): Error {
  return invalidArgument(`No conditional format on sheet: ${sheet.properties.sheetId} at index: ${index}`);
}

function ruleAt(sheet: MutableSheet, index: number): ConditionalFormatRule {
  const rule = sheet.conditionalFormats[index];
  if (!rule) throw noRule(sheet, index);
  return rule;
}

function updateConditionalFormatRule(draft: Draft, body: RequestBody<'updateConditionalFormatRule'>): object {
  const index = body.index ?? 0;
  return body.rule ? replaceRule(draft, body, index) : moveRule(draft, body, index);
}

function replaceRule(draft: Draft, body: RequestBody<'updateConditionalFormatRule'>, index: number): object {
  const { sheetId, rule } = complete(draft, body.rule);
  const sheet = draft.edit(sheetId);
  const oldRule = ruleAt(sheet, index);
  sheet.conditionalFormats = sheet.conditionalFormats.with(index, rule);
  const reply = { newRule: describeRule(rule), newIndex: index, oldRule: describeRule(oldRule) };
  return { updateConditionalFormatRule: reply };
}

function moveRule(draft: Draft, body: RequestBody<'updateConditionalFormatRule'>, index: number): object {
  const sheet = draft.edit(body.sheetId ?? 0);
  const rule = ruleAt(sheet, index);
  const newIndex = body.newIndex ?? 0;
  ruleAt(sheet, newIndex);
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 1).toSpliced(newIndex, 0, rule);
  return { updateConditionalFormatRule: { newRule: describeRule(rule), newIndex, oldIndex: index } };
}

function deleteConditionalFormatRule(draft: Draft, body: RequestBody<'deleteConditionalFormatRule'>): object {
  const sheet = draft.edit(body.sheetId ?? 0);
  const rule = ruleAt(sheet, body.index ?? 0);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== rule);
  return { deleteConditionalFormatRule: { rule: describeRule(rule) } };
}

export const conditionalHandlers: Handlers<
  'addConditionalFormatRule' | 'updateConditionalFormatRule' | 'deleteConditionalFormatRule'
> = { addConditionalFormatRule, updateConditionalFormatRule, deleteConditionalFormatRule };
