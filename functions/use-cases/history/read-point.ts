import { formatMoment, parseMoment } from '../../domain/dates/moment.ts';
import { PointUnknownError } from './target-errors.ts';
import type { Store } from '../ports/store.ts';
import type { Head } from '../stored/head/head.ts';
import { readRevisionAt, readRevisionInstant } from '../stored/history/history.ts';

/** A revision, or a moment by the clock of the workbook's zone (`2026-11-20 14:00`). */
export type Point = { readonly revision: number } | { readonly at: string };

interface PointQuestion {
  readonly workbookId: string;
  readonly head: Head;
  readonly point: Point;
}

/** The revision that is meant, and how to say so in Russian. Throws `PointUnknownError`. */
export async function readPoint(store: Store, { workbookId, head, point }: PointQuestion) {
  const latest = head.revision;
  if ('revision' in point) {
    const { revision } = point;
    if (!Number.isInteger(revision) || revision < 1 || revision > latest) {
      throw new PointUnknownError(`Ревизии ${revision} нет: у книги ревизии от 1 до ${latest}.`);
    }
    const at = formatMoment(await readRevisionInstant(store, workbookId, revision), head.timeZone);
    return { revision, words: `при ревизии ${revision} (${at})` };
  }
  const instant = parseMoment(point.at, head.timeZone);
  if (instant === undefined) {
    throw new PointUnknownError(
      `«${point.at}» — не момент. Запишите день и время: 2026-11-20 14:00 или 20.11.2026 14:00.`,
    );
  }
  const revision = await readRevisionAt(store, workbookId, { instant, latest });
  if (revision === 0) {
    throw new PointUnknownError(`К моменту ${point.at} система ещё не приняла ни одной строки.`);
  }
  return { revision, words: `на ${formatMoment(instant, head.timeZone)} (ревизия ${revision})` };
}
