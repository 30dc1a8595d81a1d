import { Users } from '../../models/user.ts';
import { createSignInLink } from '../../server/features/users/create-sign-in-link.ts';
import { paths } from '../../server/paths.ts';
import { type Reply, send } from './client.ts';

/** Not a hash of anything: nobody signs in with it. */
const noPassword = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA';

/** Opens a page as an administrator who is signed in; anything but the page is an error. */
export type Open = (path: string) => Promise<Reply>;

export async function signIn(url: string): Promise<Open> {
  const user = await Users.create({
    email: 'desk@example.org',
    name: 'Văn phòng',
    passwordHash: noPassword,
    role: 'administrator',
    locale: 'vi',
  });
  const { headers } = await send(
    `${url}${paths.signInByLink(await createSignInLink(user, { reusable: true }))}`,
  );
  const set = headers['set-cookie'];
  const cookie = (Array.isArray(set) ? set : []).map((each) => each.split(';')[0]).join('; ');
  return async (path) => {
    const reply = await send(`${url}${path}`, { headers: { cookie, accept: 'text/html' } });
    if (reply.status !== 200)
      throw new Error(`${path} answered ${reply.status}: ${reply.body.slice(0, 500)}`);
    return reply;
  };
}
