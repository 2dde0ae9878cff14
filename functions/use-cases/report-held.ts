import type { ReportDocument } from '../domain/report/report-document.ts';
import { UserFacingError } from './ports/errors.ts';
import { describeHeld } from './sync/reconcile-outcome.ts';
import type { Head } from './stored/head.ts';

export class ReportHeldError extends UserFacingError {
  override readonly name = 'ReportHeldError';
  readonly code = 'report_held';

  /** `held`: Russian sentences, which sheets wait and for what. */
  constructor(held: readonly string[]) {
    super(
      `Отчёт с номером не сформирован: числа в нём были бы неверны. ${held.join(' ')} ` +
        'Если так и нужно — меню «ШНОР» → «Синхронизировать» и ответьте на вопрос; если это случайность — ' +
        'отмените её (Ctrl+Z) или верните строки через «ШНОР» → «Восстановить…». Потом сформируйте отчёт ещё раз.',
    );
  }
}

/** Throws `ReportHeldError` where the brake holds losses: the sheet is without what the store still counts. */
export function assertNothingHeld(head: Head): void {
  const held = describeHeld(head);
  if (held.length > 0) throw new ReportHeldError(held);
}

/** A draft may be looked at under the brake; the first thing it says is that its figures are not to be relied on. */
export function withHeldWarning(document: ReportDocument, head: Head): ReportDocument {
  const held = describeHeld(head);
  const [first, ...rest] = document.parts;
  if (held.length === 0 || !first) return document;
  const text = `Внимание: числа этого черновика могут быть неверны. ${held.join(' ')}`;
  return {
    ...document,
    parts: [{ ...first, blocks: [{ kind: 'text', style: 'body', text }, ...first.blocks] }, ...rest],
  };
}
