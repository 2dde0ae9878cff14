import { expect, test } from '@jest/globals';
import { maskCell, personalFindings } from '../../../../functions/workbook/parse/personal-cells.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';

test('a cell with data of a person is warned of, and the warning does not repeat them', () => {
  const row = {
    id: 'e1',
    staff: {
      executor: 'Пример П.П.',
      note: 'звонить 8 912 345 67 89',
      evidenceNumber: 11_223_344_595,
      link: 'https://example.org/89123456789',
      school: 'ОО № 1 (демо)',
    },
  };
  expect(
    personalFindings(WORKSHEETS.executions, row).map(({ code, severity, message }) => [
      code,
      severity,
      message,
    ]),
  ).toEqual([
    ['personal_data', 'warning', '«Исполнитель (должность)»: похоже на персональные данные (фамилия, имя).'],
    ['personal_data', 'warning', '«Примечание»: похоже на персональные данные (мобильный телефон).'],
    ['personal_data', 'warning', '«Номер документа»: похоже на персональные данные (СНИЛС).'],
  ]);
});

test('the signer in «Настройки» and the addresses of «Ответственные» are in order', () => {
  const signer = { id: 'n1', staff: { name: 'Подписывает: И.О. Фамилия', value: 'П.П. Пример' } };
  const person = { id: 'p1', staff: { position: 'методист', address: 'metodist.demo@mail.ru' } };
  expect(personalFindings(WORKSHEETS.settings, signer)).toEqual([]);
  expect(personalFindings(WORKSHEETS.people, person)).toEqual([]);
});

test('who looks back sees the cell without them', () => {
  expect(maskCell('executions', 'executor', 'Пример П.П., методист')).toBe(
    '[скрыто: фамилия, имя], методист',
  );
  expect(maskCell('executions', 'note', '8 912 345 67 89')).toBe('[скрыто: мобильный телефон]');
});
