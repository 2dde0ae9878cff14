import { describeUpgrade } from './describe-upgrade.ts';
import { OLD_WORKBOOKS } from './old-workbooks.ts';

for (const old of OLD_WORKBOOKS) describeUpgrade(old);
