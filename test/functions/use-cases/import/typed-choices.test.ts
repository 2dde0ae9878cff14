import { expect, test } from '@jest/globals';
import { parseColumnChoices, splitChoices } from '../../../../functions/use-cases/import/typed-choices.ts';

test('choices are typed with commas, semicolons or on lines of their own, with blanks as they come', () => {
  expect(splitChoices(' 1.1, 1.3;2.10\n, ')).toEqual(['1.1', '1.3', '2.10']);
  expect(parseColumnChoices(splitChoices('срок = 3, ответственный=Кто = отвечает'))).toEqual({
    срок: '3',
    ответственный: 'Кто = отвечает',
  });
});
