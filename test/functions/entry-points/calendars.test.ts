import { expect, test } from '@jest/globals';
import type { Services } from '../../../functions/compose.ts';
import { carryOutCalendars } from '../../../functions/entry-points/endpoints/calendars.ts';

test('addresses of a service that does not know its own are not made, and the standing ones stay', async () => {
  // Nothing else of the services is there to be asked.
  const services = { serviceUrl: '' } as Services;
  const asked = carryOutCalendars(services, { workbookId: 'A', by: 'a@example.ru', wish: 'issue' });
  await expect(asked).rejects.toMatchObject({
    code: 'config',
    message: expect.stringContaining('SHNOR_SERVICE_URL'),
  });
});
