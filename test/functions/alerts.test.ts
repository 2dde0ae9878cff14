import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { describeRequest } from '../../functions/entry-points/http/log-request.ts';

const read = (name: string) => JSON.parse(readFileSync(`functions/alerts/${name}.json`, 'utf8'));

/** What a filter of Cloud Logging asks of a line's own fields. */
function fieldsOf(filter: string): readonly string[] {
  return [...filter.matchAll(/jsonPayload\.([\w.]+)/gu)].map(([, field]) => field ?? '');
}

test('the alerts ask for what the lines of the functions say', () => {
  const late = describeRequest({
    name: 'monitor',
    status: 200,
    ms: 1,
    usage: { sheetsReads: 0, sheetsWrites: 0, storeReads: 3, storeWrites: 0 },
    body: {},
    answer: { workbooks: 3, late: 1 },
    retry: undefined,
    bug: undefined,
  });
  const [matched] = read('no-run').conditions;
  expect(matched.conditionMatchedLog.filter).toContain(`jsonPayload.alert="${late.alert}"`);
  const metric = read('sweep-metric');
  expect(fieldsOf(metric.filter)).toEqual(['function', 'status', 'counts.workbooks']);
  expect(late).toMatchObject({ function: 'monitor', status: 200, counts: { workbooks: 3 } });
  const [absent] = read('no-sweep').conditions;
  expect(absent.conditionAbsent.filter).toContain(`user/${metric.name}`);
});
