import type { Services } from '../../compose.ts';
import type { WorkbookReportForm } from '../../domain/report/forms.ts';
import { findForm } from '../../use-cases/report/own-form/own-forms.ts';
import { publishReport } from '../../use-cases/report/publish-report.ts';
import type { Asked, Endpoints } from '../endpoint.ts';
import { parseRequestDay } from '../parse-day.ts';
import { todayOf } from '../today.ts';

export const report: Endpoints<'report'> = { number: publish, draft: publish };

async function publish(
  services: Services,
  { today, asOf, draft, form, span, ...request }: Asked<'report', 'number' | 'draft'>,
) {
  return await publishReport(services, {
    ...request,
    ...(await formOf(services, { ...request, form })),
    ...todayOf(services, today),
    ...(asOf !== undefined && { asOf: parseRequestDay(asOf) }),
    ...(span && { span: span.kind === 'former' ? { ...span, start: parseRequestDay(span.start) } : span }),
    isDraft: draft === true,
  });
}

const OWN = 'own:';

/** One of ours by its key, one of the authority's own by its name. */
async function formOf(
  services: Services,
  {
    form,
    workbookId,
    by,
  }: Pick<Asked<'report', 'number'>, 'workbookId' | 'by'> & { readonly form: string | undefined },
) {
  if (form === undefined) return {};
  if (!form.startsWith(OWN)) return { form: form as WorkbookReportForm };
  const ownForm = await findForm(services, { workbookId, by, name: form.slice(OWN.length) });
  return { form: 'own' as const, ownForm };
}
