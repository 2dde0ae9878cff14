import { openApi } from './api.ts';
import { openPage } from './open-page.ts';
import { takeClientName } from './edits/queue-storage.ts';

const user = new URLSearchParams(location.search).get('user') ?? undefined;
const client = await takeClientName();
await openPage(openApi(client, user), { client, user });
