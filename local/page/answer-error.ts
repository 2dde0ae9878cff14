import type { ErrorRequestHandler, Response } from 'express';
import { z } from 'zod';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { describeFailure } from '../../functions/entry-points/http/failure.ts';
import { diskReason } from '../disk.ts';
import { ENDING, type Door } from './door.ts';
import { SheetsBusyError } from './sheets-client.ts';

/** What the end cuts off is no fault of the program. */
export function answerError(door: Door): ErrorRequestHandler {
  return (error: unknown, _request, response: Response, _next) => {
    if (response.headersSent) return void response.end();
    const [status, message] = door.isShut ? [UNAVAILABLE, ENDING] : describeError(error);
    response.status(status).json({ error: { message } });
  };
}

/** A broken escape in the address, a method that is none: the router says whose fault it is. */
function isAskersFault(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  return status >= 400 && status < 500;
}

const KEPT = 'Набранное сохранено в браузере и будет отправлено ещё раз.';

const UNAVAILABLE = 503;

function describeOurs(error: UserFacingError): readonly [number, string] {
  const { status } = describeFailure(error);
  return [status, status === UNAVAILABLE ? `${error.message} ${KEPT}` : error.message];
}

function describeError(error: unknown): readonly [number, string] {
  if (error instanceof SheetsBusyError) return [UNAVAILABLE, `${error.reason ?? 'Таблица занята.'} ${KEPT}`];
  if (error instanceof UserFacingError) return describeOurs(error);
  const disk = diskReason(error);
  if (disk !== undefined) return [UNAVAILABLE, `На диске программы: ${disk}. ${KEPT}`];
  if (error instanceof z.ZodError) return [400, 'Запрос не понят. Обновите страницу.'];
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  if (type.startsWith('entity.') || type === 'request.aborted' || isAskersFault(error))
    return [400, 'Запрос не понят. Обновите страницу.'];
  // A bug of ours: whoever runs the program must see it.
  console.error(error);
  return [500, 'Внутренняя ошибка страницы. Причина записана в окне, где запущена программа.'];
}
