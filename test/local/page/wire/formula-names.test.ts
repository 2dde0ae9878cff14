import { describe, expect, test } from '@jest/globals';
import { toEnglishFormula, toRussianFormula } from '../../../../local/page/wire/formula-names.ts';

describe('a formula by its Russian names', () => {
  test.each([
    ['=СУММ(A1:A3;2)', '=SUM(A1:A3;2)'],
    [
      '=если(И(A1>0;СЧЁТЕСЛИ(B:B;"да")>1);СРЗНАЧ(C:C);СЕГОДНЯ())',
      '=IF(AND(A1>0;COUNTIF(B:B;"да")>1);AVERAGE(C:C);TODAY())',
    ],
    ['=СЧЕТЕСЛИ(A:A;"СУММ(1)")', '=COUNTIF(A:A;"СУММ(1)")'],
    ["='СУММ (1)'!A1+ИСТИНА", "='СУММ (1)'!A1+TRUE"],
    ['=ЕСЛИ!A1+СУММА', '=ЕСЛИ!A1+СУММА'],
    ['=SUM(1;2)', '=SUM(1;2)'],
    ['СУММ(1;2)', 'СУММ(1;2)'],
  ])('%s is kept as %s', (typed, kept) => expect(toEnglishFormula(typed)).toBe(kept));

  test('is shown by them again, texts and names of tabs as they are', () => {
    const typed = `=ЕСЛИ('IF (1)'!A1>0;СЧЁТЕСЛИ(B:B;"SUM(1)");ЛОЖЬ)`;
    expect(toRussianFormula(toEnglishFormula(typed))).toBe(typed);
  });
});
