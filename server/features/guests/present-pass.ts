import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { spacedCode } from '../../platform/codes.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { holds } from './standing.ts';
import type { PanelModel } from './views.ts';

interface PassFacts {
  access: Access;
  guest: Guest;
  locale: Locale;
}

/** The pass of a guest and what can be done with it; null for who has no seat of their own. */
export function passModel({ access, guest, locale }: PassFacts): z.input<typeof PanelModel>['pass'] {
  const { event } = access;
  if (guest.state === 'cancelled' || guest.replacedBy) return null;
  const isRevoked = Boolean(guest.pass?.revokedAt);
  return {
    label: translate(locale, isRevoked ? 'passes.panel.revoked' : 'passes.panel.valid'),
    text: passText({ access, guest, locale }),
    sheet: isRevoked ? '' : paths.guestPassSheet(event, guest),
    reissue: paths.reissuePass(event, guest),
    revoke: isRevoked ? '' : paths.revokePass(event, guest),
    restore: isRevoked ? paths.restorePass(event, guest) : '',
    mailTo: mailTo(guest),
  };
}

function passText({ access, guest, locale }: PassFacts): string {
  const at = (moment: Date) => formatDateTime(locale, moment, access.event.timeZone, 'short');
  const { issuedAt = null, revokedAt = null, former = [] } = guest.pass ?? {};
  if (revokedAt) return translate(locale, 'passes.panel.revoked-at', { at: at(revokedAt) });
  const code = translate(locale, 'passes.panel.code', { code: spacedCode(guest.code) });
  if (!issuedAt) return code;
  const again = translate(locale, 'passes.panel.issued-at', { at: at(issuedAt), count: former.length });
  return `${code} ${again}`;
}

/** A pass goes to those who come, at their own address or their secretary's. */
function mailTo({ email, secretary, invitation, answer }: Guest): string {
  if (!invitation || answer?.kind !== 'attending' || !holds(answer)) return '';
  return secretary?.mail === 'instead' && secretary.email ? secretary.email : email;
}
