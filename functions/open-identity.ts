import { createIdentityVerifier } from './adapters/identity/google-identity.ts';
import type { Config } from './config.ts';
import type { IdentityVerifier } from './use-cases/ports/ports.ts';

/** Apart from the services: who calls is asked before the store is opened. */
export function openIdentity(config: Config): IdentityVerifier {
  const { SHNOR_AUDIENCES: audiences, SHNOR_ISSUERS: issuers, SHNOR_CERTIFICATES_URL: url } = config;
  return createIdentityVerifier({
    audiences,
    ...(issuers && { issuers }),
    ...(url && { certificatesUrl: url }),
  });
}
