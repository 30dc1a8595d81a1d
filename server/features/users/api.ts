import { z } from 'zod';
import { locales } from '../../../contract/locales.ts';
import { officeRoles } from '../../../contract/roles.ts';
import { type Endpoint, endpoint } from '../../platform/http/api.ts';
import { enterOwn } from '../access/enter.ts';
import { findSelf } from './find-user.ts';

const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(officeRoles),
  locale: z.enum(locales),
});

export function api(): Endpoint[] {
  return [
    endpoint(
      { method: 'get', path: '/me', summary: 'users.api.me', tag: 'users', response: Me },
      async ({ req }) => {
        const { _id, name, email, role, locale } = await findSelf(enterOwn(req));
        return { id: String(_id), name, email, role, locale };
      },
    ),
  ];
}
