import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

/** How the panel's own script words what `google.script.run` reports. */
function describeFailure(message: string): string {
  const page = readFileSync(new URL('../../../sheets-addon/src/panels/Panel.html', import.meta.url), 'utf8');
  const code = /const OTHER_ACCOUNT[\s\S]*?(?=\n\s*const show =)/u.exec(page)?.[0] ?? '';
  return String(runInNewContext(`${code}\ndescribeFailure(${JSON.stringify(message)})`));
}

/** The words of public reports: enuchi/React-Google-Apps-Script #46, issuetracker 69270374. */
test.each([
  'Authorization is required to perform that action.',
  "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
])('several Google accounts in one browser are told as that, not as the network: %s', (message) => {
  expect(describeFailure(message)).toMatch(
    /^Google не признал вашу учётную запись\..*несколько учётных записей/u,
  );
  expect(describeFailure(message)).not.toContain('сети');
});

test('anything else may be the network', () => {
  expect(describeFailure('NetworkError: Connection failure due to HTTP 0')).toBe(
    'Не удалось: NetworkError: Connection failure due to HTTP 0 Проверьте подключение к сети и нажмите ещё раз.',
  );
});
