import { element } from './elements.ts';

/** A day of the calendar; `month` from 0, as JavaScript counts them. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface CalendarOptions {
  /** Pixels in the window: where its upper left corner should be, and the top of the cell that it must not cover. */
  readonly place: { readonly left: number; readonly top: number; readonly above: number };
  /** Marked; absent: none, and the calendar opens at `today`. */
  readonly chosen: Day | undefined;
  readonly today: Day;
  readonly onPick: (day: Day) => void;
}

const WEEK = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;
const MONTH = new Intl.DateTimeFormat('ru', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const LONG = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });

/** A month of days to click at, weeks from Monday. The keys stay with whoever has them. */
export function showCalendar({ place, chosen, today, onPick }: CalendarOptions): { dispose(): void } {
  const box = element('div', { className: 'calendar' });
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', 'Календарь');
  box.addEventListener('pointerdown', (event) => event.preventDefault());
  const show = (year: number, month: number): void => {
    const first = new Date(Date.UTC(year, month, 1));
    const turn = (by: number) => show(first.getUTCFullYear(), first.getUTCMonth() + by);
    const head = element(
      'div',
      { className: 'calendar-head' },
      makeButton('‹', 'Предыдущий месяц', () => turn(-1)),
      element('span', {}, nameOf(first)),
      makeButton('›', 'Следующий месяц', () => turn(1)),
    );
    box.replaceChildren(head, makeDays(first, { chosen, today, onPick }));
  };
  const { year, month } = chosen ?? today;
  show(year, month);
  document.body.append(box);
  putInto(box, place);
  return { dispose: () => box.remove() };
}

/** «ноябрь 2026». */
function nameOf(first: Date): string {
  return MONTH.format(first).replace(/\s*г\.$/u, '');
}

function makeButton(text: string, title: string, onClick: () => void): HTMLElement {
  const button = element('button', { type: 'button', title }, text);
  button.addEventListener('click', onClick);
  return button;
}

function makeDays(first: Date, options: Pick<CalendarOptions, 'chosen' | 'today' | 'onPick'>): HTMLElement {
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const blanks = Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => element('span'));
  const days = Array.from({ length: count }, (_, index) => {
    const day: Day = { year, month, day: index + 1 };
    const title = LONG.format(new Date(Date.UTC(year, month, index + 1)));
    const button = makeButton(String(index + 1), title, () => options.onPick(day));
    if (isSame(day, options.chosen)) button.className = 'chosen';
    else if (isSame(day, options.today)) button.className = 'today';
    return button;
  });
  const names = WEEK.map((name) => element('span', { className: 'weekday' }, name));
  return element('div', { className: 'calendar-days' }, ...names, ...blanks, ...days);
}

function isSame(a: Day, b: Day | undefined): boolean {
  return a.year === b?.year && a.month === b.month && a.day === b.day;
}

/** Inside the window: above the cell where there is no room below. */
function putInto(box: HTMLElement, { left, top, above }: CalendarOptions['place']): void {
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 8))}px`;
  box.style.top = `${top + height > window.innerHeight ? Math.max(4, above - height - 4) : top}px`;
}
