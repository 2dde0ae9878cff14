import { describe, expect, test } from '@jest/globals';
import { chooseReach } from '../../local/start/choose-reach.ts';

describe('for whom the page opens', () => {
  test.each([
    ['nobody said anything', {}, true, {}],
    ['this machine', { host: '127.0.0.1' }, false, {}],
    ['every network, with accounts', { host: '0.0.0.0' }, true, { host: '0.0.0.0' }],
    [
      'a proxy, with accounts',
      { url: 'https://shnor.example.ru/' },
      true,
      { publicUrl: 'https://shnor.example.ru' },
    ],
    [
      'a network under a name, with accounts',
      { host: '192.0.2.1', url: 'http://shnor.lan:8148' },
      true,
      { host: '192.0.2.1', publicUrl: 'http://shnor.lan:8148' },
    ],
  ])('%s', (_, wish, hasAccounts, chosen) => {
    expect(chooseReach(wish, hasAccounts)).toEqual(chosen);
  });

  test.each([
    { host: '0.0.0.0' },
    { host: '::' },
    { host: '192.0.2.1' },
    { url: 'https://shnor.example.ru' },
  ])('without accounts only this machine, and that is said: %j', (wish) => {
    expect(chooseReach(wish, false)).toEqual({
      notice: expect.stringContaining('только на этом компьютере'),
    });
  });
});
