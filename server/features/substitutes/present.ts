import type { Locale } from '../../../contract/locales.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { type Access, can } from '../access/access.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import { replyFormOf } from '../invitations/reply-form/reply-form-of.ts';
import type { Came, Substitutes } from './substitute-list.ts';
import type { views } from './views.ts';

type Model = ViewModel<typeof views, 'substitutes/index'>;
type Line = Model['waiting'][number];

export function substitutesModel(access: Access, list: Substitutes, locale: Locale): Model {
  const { event } = access;
  const lines = (guests: readonly Guest[]) => guests.map((guest) => lineOf(access, guest, locale));
  const isAutomatic = replyFormOf(event).substitutes === 'automatic';
  return {
    source: `${paths.substitutes(event)}?part=list`,
    lead: translate(locale, isAutomatic ? 'substitutes.lead-automatic' : 'substitutes.lead'),
    isEmpty: list.waiting.length + list.approved.length + list.refused.length + list.came.length === 0,
    waiting: lines(list.waiting),
    approved: lines(list.approved),
    refused: lines(list.refused),
    came: list.came.map((each) => cameLine(access, each, locale)),
  };
}

/** Nobody proposed it: it was said at the door, and there is nothing to decide. */
function cameLine(access: Access, { guest, substitute, at }: Came, locale: Locale): Line {
  return {
    ...lineOf(access, guest, locale),
    href: paths.guest(access.event, guest),
    person: substitute,
    position: '',
    reach: '',
    isUnreachable: false,
    note: '',
    by: translate(locale, 'substitutes.came-at-door'),
    at,
    decided: '',
    reason: '',
    approve: '',
    refuse: '',
    undo: '',
  };
}

function lineOf(access: Access, guest: Guest, locale: Locale): Line {
  const { event } = access;
  const { answer, replacedBy } = guest;
  const { name = '', position = '', phone = '', email = '' } = answer?.substitute ?? {};
  const mayDecide = can(access, 'substitutes.decide');
  const isWaiting = !replacedBy && !answer?.refusal;
  const addressed = atStart(addressedName(guest, locale), locale);
  const isOffice = can(access, 'guests.view-contact-details');
  return {
    id: String(guest._id),
    name: translate(locale, 'substitutes.instead-of', { name: addressedName(guest, locale) }),
    office: officeIn(guest, locale),
    href: paths.guest(event, replacedBy?.guest ?? guest),
    openLabel: translate(locale, 'substitutes.open-guest', { name: addressed }),
    person: name,
    position,
    reach: isOffice ? [phone, email].filter(Boolean).join(' · ') : '',
    isUnreachable: isOffice && email === '',
    note: isOffice ? (answer?.note ?? '') : '',
    by: translate(locale, 'substitutes.proposed-by', {
      by: answer?.by || addressed,
      channel: translate(locale, `states.channel.${answer?.channel ?? 'staff'}`),
    }),
    at: answer?.at ?? new Date(0),
    decided: decidedText(access, guest, locale),
    reason: answer?.refusal?.reason ?? '',
    approve: mayDecide && isWaiting ? paths.approveSubstitute(event, guest) : '',
    refuse: mayDecide && isWaiting ? paths.refuseSubstitute(event, guest) : '',
    undo: mayDecide && !isWaiting ? paths.undoSubstitute(event, guest) : '',
  };
}

function decidedText({ event }: Access, { answer, replacedBy }: Guest, locale: Locale): string {
  const decision = replacedBy ?? answer?.refusal;
  if (!decision) return '';
  const at = formatDateTime(locale, decision.at, event.timeZone, 'short');
  return translate(locale, 'substitutes.decided-by', { by: decision.by, at });
}
