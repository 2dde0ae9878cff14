import type { AnswerOf } from '../../../functions/contract/answers.ts';
import type { Html } from './html.ts';
import { button, layoutPart } from './panel-page.ts';

type Access = AnswerOf<'access'>;

/** «Доступ…»: what has just been done, who is what and by whose word, and the way to let somebody in. */
export function layoutAccess({ message, members, roles }: Access): Html {
  return layoutPart('access', {
    done: layoutPart('done', { message }),
    members: members.map((member) => layoutMember(member, roles)),
    roles: layoutRoles(roles),
    grant: button('Открыть доступ', 'access'),
  });
}

function layoutMember(
  { email, role, title, since, by }: Access['members'][number],
  roles: Access['roles'],
): Html {
  return layoutPart('member', {
    email,
    title,
    since: since && `с ${since}, открыл ${by}`,
    // The present one first: whoever does not choose changes nothing.
    roles: layoutRoles([
      ...roles.filter((each) => each.role === role),
      ...roles.filter((each) => each.role !== role),
    ]),
    change: button('Сменить роль', 'access', { email }),
    remove: button('Да, закрыть', 'access', { email, role: '' }),
  });
}

function layoutRoles(roles: Access['roles']): readonly Html[] {
  return roles.map(({ role, title }) => layoutPart('choice', { value: role, title }));
}
