import { REPORT_FORMS } from '../../domain/report/report-document.ts';
import { listReports } from '../../use-cases/report/kept/list-reports.ts';
import { FORM_TITLES } from '../../workbook/server-sheets/server-sheets.ts';
import type { Endpoint } from '../endpoint.ts';
import { todayOf } from '../today.ts';

/** A region is put together of several workbooks, which no sidebar of one of them can do. */
const FORMS = REPORT_FORMS.filter((form) => form !== 'region' && form !== 'own').map((value) => ({
  value,
  title: FORM_TITLES[value],
}));

export const reports: Endpoint<'reports', 'look'> = async (services, { today, ...request }) => {
  const { ownForms, ...list } = await listReports(services, { ...request, ...todayOf(services, today) });
  const spans = list.spans.map(({ title, choice }) => ({ title, value: JSON.stringify(choice) }));
  const own = ownForms.map((name) => ({ value: `own:${name}`, title: `По форме «${name}»` }));
  return { ...list, forms: [...FORMS, ...own], spans };
};
