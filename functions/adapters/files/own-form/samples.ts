import type { OwnFormFile } from '../../../use-cases/ports/ports.ts';

/** Their names are what people call them by. */
export async function sampleForms(): Promise<readonly OwnFormFile[]> {
  // The libraries of the office formats are heavy, and few requests want a form.
  const [{ formatRoadmap }, { formatQuarter }] = await Promise.all([
    import('./docx/roadmap-sample.ts'),
    import('./xlsx/quarter-sample.ts'),
  ]);
  return [
    { name: 'Дорожная карта (образец)', kind: 'docx', bytes: await formatRoadmap() },
    { name: 'Квартальная по школам (образец)', kind: 'xlsx', bytes: await formatQuarter() },
  ];
}
