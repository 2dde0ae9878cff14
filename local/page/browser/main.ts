import { openApi } from './api.ts';
import { openPage } from './open-page.ts';
import { takeClientName } from './edits/queue-storage.ts';

// A grid of 1,300 pixels cannot be read through a keyhole; whoever wants it all the same asks for it.
const isNarrow = matchMedia('(max-width: 600px)').matches;
if (isNarrow && !new URLSearchParams(location.search).has('full')) location.replace('/m');

const user = new URLSearchParams(location.search).get('user') ?? undefined;
const client = await takeClientName();
await openPage(openApi(client, user), { client, user });
