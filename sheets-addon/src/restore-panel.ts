import type { DeletedAnswer, RestoreAnswer } from '../../functions/contract.ts';
import { button, html, NOTHING, type Html } from './html.ts';

/** «Восстановить…»: what the worksheet has lost, and the way back to a moment. */
export function layoutDeleted({ worksheet, rows, message }: DeletedAnswer): Html {
  return html`<h1 tabindex="-1">Восстановить: «${worksheet}»</h1>
    <p class="lines">${message}</p>
    <ul>
      ${rows.map(layoutRow)}
    </ul>
    <h2>Вернуть лист к прошлому</h2>
    <p>
      Строки, которых с тех пор не стало, вернутся в конец листа. Набранное сейчас не переписывается: отличия
      будут перечислены на листе «Восстановление».
    </p>
    <label>Дата и время по часам книги <input type="datetime-local" name="at" /></label>
    ${button('Показать, что вернётся', 'planRestore', { target: worksheet, worksheet })}`;
}

function layoutRow({ rowId, name, moment, isDeleted }: DeletedAnswer['rows'][number]): Html {
  const when = isDeleted ? `удалена ${moment}` : `пропала с листа, последнее изменение ${moment}`;
  return html`<li>
    <p><b>${name || 'Строка без названия'}</b></p>
    <p class="muted">${rowId}, ${when}</p>
    ${button('Вернуть', 'planRestore', { target: rowId, at: '', worksheet: '' })}
  </li>`;
}

export interface RestoreChoice extends Readonly<Record<string, string>> {
  readonly target: string;
  /** `2026-11-20 14:00`; empty: as the row last stood. */
  readonly at: string;
}

/** What would be done, and the question. */
export function layoutRestorePlan({ counts, message }: RestoreAnswer, choice: RestoreChoice): Html {
  const hasWork = counts.additions + counts.differences > 0;
  return html`<h1 tabindex="-1">Что будет сделано</h1>
    <p class="lines">${message}</p>
    ${hasWork ? button('Да, вернуть', 'restore', choice) : NOTHING}${backToList(hasWork ? 'Нет' : 'К списку')}`;
}

export function layoutRestored({ message }: RestoreAnswer): Html {
  return html`<h1 tabindex="-1">Готово</h1>
    <p class="lines">${message}</p>
    ${backToList('К списку')}`;
}

export function backToList(title: string): Html {
  return button(title, 'deleted');
}
