import { describeSigningIn } from './scenarios/signing-in.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('with accounts', 'more', (browsing) => describeSigningIn(browsing));
