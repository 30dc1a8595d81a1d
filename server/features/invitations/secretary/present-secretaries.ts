import type { z } from 'zod';
import type { Locale } from '../../../../contract/locales.ts';
import { paths } from '../../../paths.ts';
import { formatDateTime } from '../../../platform/i18n/format.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { type Access, can } from '../../access/access.ts';
import type { SecretaryLine } from './secretary-list.ts';
import type { SecretariesModel } from './secretary-views.ts';

type Model = z.input<typeof SecretariesModel>;

export function secretariesModel(access: Access, rows: readonly SecretaryLine[], locale: Locale): Model {
  const { event } = access;
  return {
    isDraft: event.state === 'draft',
    canSend: can(access, 'invitations.send') && event.state !== 'draft',
    send: paths.secretaries(event),
    guests: paths.guests(event),
    rows: rows.map(({ email, name, phone, guests, silent, sentAt }) => ({
      email,
      name,
      phone,
      guests: translate(locale, 'secretaries.guests', { count: guests }),
      silent: silent > 0 ? translate(locale, 'secretaries.silent', { count: silent }) : '',
      sent: sentAt
        ? translate(locale, 'secretaries.sent-at', {
            at: formatDateTime(locale, sentAt, event.timeZone, 'short'),
          })
        : translate(locale, 'secretaries.not-sent'),
      button: translate(locale, sentAt ? 'secretaries.send-again' : 'secretaries.send'),
    })),
  };
}
