import { comparableName } from '../../../domain/text/same-name.ts';
import type { Cell } from '../../layout/layout.ts';
import { textOf, type CellProblem, type ParsedCell, type ShownCell } from './cell.ts';

interface NumberLimits {
  readonly min: number;
  readonly max: number;
}

/** A count that is shown as a day or a time («12.11» became one) is none. */
export function parseIntegerCell(
  cell: Exclude<Cell, null>,
  title: string,
  { min, max, shown }: NumberLimits & { readonly shown?: ShownCell | undefined },
): ParsedCell {
  const value = typeof cell === 'number' ? cell : numberIn(textOf(cell))?.value;
  const isCount = value !== undefined && Number.isInteger(value) && isWithin(value, { min, max });
  if (isCount && !isMoment(shown)) return { value };
  return { problem: unreadable(shown?.text ?? textOf(cell), title, `целое число от ${min} до ${max}`) };
}

function isMoment(shown: ShownCell | undefined): boolean {
  return shown?.format === 'date' || shown?.format === 'time';
}

const SHARE = { min: 0, max: 100 };

/** «48», «48%», «48 %» are one share. «0,48» may be 48 % or half a per cent: that is asked, not guessed. */
export function parsePercentCell(
  cell: Exclude<Cell, null>,
  title: string,
  shown: ShownCell | undefined,
): ParsedCell {
  const read = typeof cell === 'number' ? percentOf(cell, shown) : numberIn(textOf(cell));
  if (!read || !isWithin(read.value, SHARE) || isMoment(shown)) {
    return { problem: unreadable(shown?.text ?? textOf(cell), title, 'число от 0 до 100') };
  }
  const isDoubtful = !read.hasSign && read.value > 0 && read.value < 1;
  return isDoubtful ? { problem: doubtful(shown?.text ?? textOf(cell), title) } : { value: read.value };
}

interface ReadNumber {
  readonly value: number;
  /** Written with «%». */
  readonly hasSign: boolean;
}

/** Sheets keep «48%» as 0.48 under a format of per cent. */
function percentOf(value: number, shown: ShownCell | undefined): ReadNumber {
  if (shown?.format !== 'percent') return { value, hasSign: false };
  return { value: Number((value * 100).toPrecision(12)), hasSign: true };
}

const NUMBER = /^(?<figures>\d+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?) ?(?<sign>%|процент[а-я]*)?$/u;

function numberIn(text: string): ReadNumber | undefined {
  const { figures, sign } = NUMBER.exec(comparableName(text))?.groups ?? {};
  if (figures === undefined) return undefined;
  return { value: Number(figures.replaceAll(' ', '')), hasSign: sign !== undefined };
}

function isWithin(value: number, { min, max }: NumberLimits): boolean {
  return value >= min && value <= max;
}

/** `seen`: what a person sees in the cell. */
function unreadable(seen: string, title: string, wanted: string): CellProblem {
  return {
    code: 'number_unreadable',
    message: `«${title}»: «${seen}» не подходит.`,
    advice: `Нужно ${wanted}.`,
  };
}

function doubtful(text: string, title: string): CellProblem {
  const shown = text.replace('.', ',');
  return {
    code: 'percent_doubtful',
    message: `«${title}»: ${shown} — это доля от единицы или меньше одного процента?`,
    advice: `Запишите в процентах от 0 до 100; если и правда меньше одного процента — со знаком: ${shown}%.`,
  };
}
