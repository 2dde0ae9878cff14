import { membersOf } from './members.ts';
import type { Operation, Person } from './access-table.ts';

/** The emulator by its REST interface: what the client libraries speak, without a connection for each person. */
export interface RulesProject {
  /** Whether the rules allow it; a document that is not there is allowed to be looked for, or not, all the same. */
  tries(person: Person, operation: Operation, path: string): Promise<boolean>;
}

const REFUSED = 403;
/** A document that is not there, and one that somebody else has made meanwhile: allowed, both. */
const ALLOWED = [200, 404, 409];

/** Puts the rules in force for the project. Throws where the emulator does not understand them. */
export async function putRules(host: string, projectId: string, rules: string): Promise<void> {
  const answer = await fetch(`http://${host}/emulator/v1/projects/${projectId}:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ content: rules }] } }),
  });
  if (!answer.ok) throw new Error(`the rules are refused: ${await answer.text()}`);
}

export function openProject(host: string, projectId: string): RulesProject {
  const root = `http://${host}/v1/projects/${projectId}/databases/(default)/documents`;
  return {
    tries: async (person, operation, path) => {
      const token = tokenOf(person, projectId);
      const { url, ...init } = requestOf(operation, path);
      const answer = await fetch(`${root}${url}`, {
        ...init,
        headers: { ...(token && { authorization: `Bearer ${token}` }) },
      });
      const text = await answer.text();
      if (![...ALLOWED, REFUSED].includes(answer.status))
        throw new Error(`${person}, ${operation} ${path}: ${answer.status} ${text}`);
      return answer.status !== REFUSED;
    },
  };
}

const FIELDS = JSON.stringify({ fields: { body: { mapValue: { fields: {} } } } });

function requestOf(
  operation: Operation,
  path: string,
): { readonly url: string; readonly method: string; readonly body?: string } {
  const collection = path.slice(0, path.lastIndexOf('/'));
  switch (operation) {
    case 'get':
      return { url: `/${path}`, method: 'GET' };
    case 'list':
      return { url: `/${collection}?pageSize=10`, method: 'GET' };
    case 'find': {
      const from = [{ collectionId: collection.split('/').at(-1), allDescendants: true }];
      return { url: ':runQuery', method: 'POST', body: JSON.stringify({ structuredQuery: { from } }) };
    }
    case 'create':
      return { url: `/${collection}?documentId=new`, method: 'POST', body: FIELDS };
    case 'update':
      return { url: `/${path}?currentDocument.exists=true`, method: 'PATCH', body: FIELDS };
    case 'delete':
      return { url: `/${path}`, method: 'DELETE' };
  }
}

/** As the emulator takes them: without a signature. */
function tokenOf(person: Person, projectId: string): string | undefined {
  if (person === 'nobody signed in') return undefined;
  const claims = {
    iss: `https://securetoken.google.com/${projectId}`,
    aud: projectId,
    sub: 'u1',
    iat: 0,
    exp: 4_000_000_000,
    auth_time: 0,
    ...claimsOf(person),
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
}

/** An account's address comes in whatever case its owner has typed. */
function claimsOf(person: Person): object {
  const [email = ''] = Object.keys(membersOf(person));
  switch (person) {
    case 'stranger':
      return { email: 'stranger@example.org', email_verified: true };
    case 'methodist, address not verified':
      return { email: Object.keys(membersOf('municipal_coordinator'))[0], email_verified: false };
    case 'address that begins like the methodist’s':
      return { email: 'municipal', email_verified: true };
    case 'account without an address':
      return { email_verified: true };
    default:
      return { email: email.replace('example', 'Example'), email_verified: true };
  }
}
