import { formatDate } from '../../../dates/dates.ts';
import type { DeadlineAct } from '../../types.ts';

/** «приказ Министерства от 01.06.2021 № 5». */
export const nameAct = ({ kind, issuer, number, date }: DeadlineAct): string =>
  [kind, issuer, `от ${formatDate(date)}`, number && `№ ${number}`].filter(Boolean).join(' ');
