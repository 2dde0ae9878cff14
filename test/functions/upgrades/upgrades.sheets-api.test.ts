import { inFull } from '../../support/long.ts';
import { describeUpgrade } from './describe-upgrade.ts';
import { OLD_WORKBOOKS } from './old-workbooks.ts';

const OLDEST_AND_LATEST = [...OLD_WORKBOOKS.slice(0, 1), ...OLD_WORKBOOKS.slice(-1)];

for (const old of inFull(OLD_WORKBOOKS, OLDEST_AND_LATEST)) describeUpgrade(old);
