import { expect, test } from '@jest/globals';
import { FORMS } from '../../../../../functions/domain/report/forms.ts';
import { formatFrame } from '../../../../../functions/workbook/report/paper/requisites.ts';
import { SAMPLE_REPORT } from '../../../../support/sample-report.ts';

test('an annex names the paper that it belongs to in the dative, and the program says that it made the paper', () => {
  const kinds = new Set([...Object.values(FORMS).map(({ documentKind }) => documentKind), 'ОТЧЁТ', 'АКТ']);
  expect([...kinds].map(wordsFor)).toEqual([
    ['к сводному отчёту о ходе работы', 'СВОДНЫЙ ОТЧЁТ № 3, сформирован программой'],
    ['к справке о ходе работы', 'СПРАВКА № 3, сформирована программой'],
    ['к списку о ходе работы', 'СПИСОК № 3, сформирован программой'],
    ['к выписке о ходе работы', 'ВЫПИСКА № 3, сформирована программой'],
    ['к карточке школы о ходе работы', 'КАРТОЧКА ШКОЛЫ № 3, сформирована программой'],
    ['к справке о качестве данных о ходе работы', 'СПРАВКА О КАЧЕСТВЕ ДАННЫХ № 3, сформирована программой'],
    ['к отчёту о ходе работы', 'ОТЧЁТ № 3, сформирован программой'],
    ['к документу «АКТ» о ходе работы', 'АКТ № 3, сформирован программой'],
  ]);
});

function wordsFor(documentKind: string): readonly string[] {
  const requisites = { ...SAMPLE_REPORT.requisites, documentKind, heading: 'О ходе работы' };
  const proof = { documentHash: 'a'.repeat(64), inputHash: 'b'.repeat(64) };
  const frame = formatFrame({ ...SAMPLE_REPORT, number: 3, requisites }, proof);
  const [, made = ''] = /формировании: (.* программой)/u.exec(frame.proof) ?? [];
  return [frame.annexOf, made];
}
