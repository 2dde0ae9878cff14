import type { AnswerOf } from '../../../functions/contract/answers.ts';
import type { Html } from './html.ts';
import { button, layoutPart } from './panel-page.ts';

/** «Восстановить…»: what the worksheet has lost, and the way back to a moment. */
export function layoutDeleted({ worksheet, rows, message }: AnswerOf<'deleted'>): Html {
  return layoutPart('deleted', {
    worksheet,
    message,
    rows: rows.map(layoutRow),
    show: button('Показать, что вернётся', 'planRestore', { target: worksheet, worksheet }),
  });
}

function layoutRow({ rowId, name, moment, isDeleted }: AnswerOf<'deleted'>['rows'][number]): Html {
  return layoutPart('deletedRow', {
    rowId,
    name: name || 'Строка без названия',
    when: isDeleted ? `удалена ${moment}` : `пропала с листа, последнее изменение ${moment}`,
    bring: button('Вернуть', 'planRestore', { target: rowId, at: '', worksheet: '' }),
  });
}

export interface RestoreChoice extends Readonly<Record<string, string>> {
  readonly target: string;
  /** `2026-11-20 14:00`; empty: as the row last stood. */
  readonly at: string;
}

/** What would be done, and the question. */
export function layoutRestorePlan({ counts, message }: AnswerOf<'restore'>, choice: RestoreChoice): Html {
  const hasWork = counts.additions + counts.differences > 0;
  const yes = hasWork ? [button('Да, вернуть', 'restore', choice)] : [];
  return layoutTold('Что будет сделано', message, [...yes, backToList(hasWork ? 'Нет' : 'К списку')]);
}

export function layoutRestored({ message }: AnswerOf<'restore'>): Html {
  return layoutTold('Готово', message, [backToList('К списку')]);
}

/** A heading, what is to be told, and where to go from there. */
export function layoutTold(title: string, message: string, buttons: readonly Html[]): Html {
  return layoutPart('told', { title, message, buttons });
}

function backToList(title: string): Html {
  return button(title, 'deleted');
}
