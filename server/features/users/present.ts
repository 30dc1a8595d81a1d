import type { Locale } from '../../../contract/locales.ts';
import type { ApiToken } from '../../../models/api-token.ts';
import { paths } from '../../paths.ts';
import { formatDate, formatRelative } from '../../platform/i18n/format.ts';
import { initials } from '../directory/person-name.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Member } from './members.ts';
import type { UserLine } from './user-list.ts';

export interface Reader {
  locale: Locale;
  timeZone: string;
  now: Date;
  /** Whose page it is. */
  self: string;
}

export function presentTokens({ locale, timeZone, now }: Reader, tokens: readonly ApiToken[]) {
  return tokens.map(({ _id, label, lastUsedAt, expires }) => {
    const over = expires !== null && expires < now;
    const date = expires ? formatDate(locale, expires, timeZone, 'long') : '';
    return {
      label,
      over,
      used: lastUsedAt
        ? translate(locale, 'users.tokens.used', { when: formatRelative(locale, lastUsedAt, now) })
        : translate(locale, 'users.tokens.unused'),
      until: expires
        ? over
          ? translate(locale, 'users.tokens.expired')
          : translate(locale, 'users.tokens.until', { date })
        : translate(locale, 'users.tokens.days.never'),
      revoke: paths.apiToken(_id),
    };
  });
}

export function presentUsers({ locale, self }: Reader, users: readonly UserLine[]) {
  return users.map((user) => ({
    href: paths.user(user),
    name: user.name,
    email: user.email,
    role: translate(locale, `states.office-role.${user.role}`),
    active: user.active,
    you: String(user._id) === self,
    lastSignInAt: user.lastSignInAt,
  }));
}

export function presentMembers(event: { slug: string }, { self }: Reader, members: readonly Member[]) {
  return members.map(({ id, user, role }) => ({
    id,
    name: user.name,
    initials: initials({ vi: user.name }, 'vi'),
    email: user.email,
    role,
    you: String(user._id) === self,
    change: paths.member(event, id),
    remove: paths.removeMember(event, id),
  }));
}
