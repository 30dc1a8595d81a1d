import { type User, Users } from '../../models/user.ts';
import { createApiToken } from '../features/users/create-api-token.ts';
import { ApiTokenInput } from '../features/users/input.ts';
import { type Command, CommandError, textOption } from './command.ts';
import { carryOutEffects, withDatabase } from './with-database.ts';

export const createToken: Command = {
  name: 'create-token',
  usage: '--user EMAIL [--label TEXT] [--days 30|90|365|never]',
  summary: 'Makes an API token that acts as this user. It is shown once and never again.',
  takes: 0,
  options: { user: { type: 'string' }, label: { type: 'string' }, days: { type: 'string' } },
  async run(given, { config, out }) {
    const email = textOption(given, 'user');
    if (!email) throw new CommandError('Whose token? Say --user EMAIL.', 2);
    const wanted = ApiTokenInput.safeParse({
      label: textOption(given, 'label') ?? 'Command line',
      days: textOption(given, 'days') ?? '90',
    });
    if (!wanted.success) throw new CommandError('--days is 30, 90, 365 or never; --label a short text.', 2);

    return withDatabase(config, async () => {
      const user = await Users.findOne({ email: email.trim().toLowerCase(), active: true }).lean<User>();
      if (!user) throw new CommandError(`There is no active user ${email}.`);
      const { _id, name, role, locale } = user;
      const token = await createApiToken(
        { actor: { kind: 'user', id: String(_id), name, role, locale } },
        wanted.data,
      );
      await carryOutEffects();
      out(token);
      return 0;
    });
  },
};
