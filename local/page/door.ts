import type { RequestHandler } from 'express';

const UNAVAILABLE = 503;
/** As `describeError` words a busy spreadsheet: the page keeps what was typed and comes again. */
export const ENDING =
  'Программа останавливается. Набранное сохранено в браузере и будет отправлено, когда её запустят снова.';

/** Whether anything new may begin. */
export interface Door {
  readonly isShut: boolean;
  readonly guard: RequestHandler;
  /** From now on every request is told to come again: people who go on typing would keep the end waiting. */
  shut(): void;
}

export function openDoor(): Door {
  let isShut = false;
  return {
    get isShut() {
      return isShut;
    },
    guard(_request, response, next) {
      if (!isShut) return next();
      response.status(UNAVAILABLE).json({ error: { message: ENDING } });
    },
    shut: () => void (isShut = true),
  };
}
