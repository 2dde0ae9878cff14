import { changeAccess } from '../../use-cases/access/change-access.ts';
import type { Endpoints } from '../endpoint.ts';

export const access: Endpoints<'access'> = {
  look: (services, request) => changeAccess(services, request),
  grant: (services, { email, role, ...request }) =>
    changeAccess(services, { ...request, wish: { email, role } }),
  remove: (services, { email, role, ...request }) =>
    changeAccess(services, { ...request, wish: { email, role } }),
};
