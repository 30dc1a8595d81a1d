import type { Nomination, Nominee } from '../../../../models/nomination.ts';
import type { NominationPart } from '../format/nominations.ts';
import { namePart } from './guest-parts.ts';
import type { Refs } from './refs.ts';
import { moment, text, texts } from './values.ts';

export function nominationPart(nomination: Nomination, refs: Refs): NominationPart {
  const { secretary, nominees } = nomination;
  const places = new Map(nominees.map(({ id }, index) => [id, index + 1]));
  return {
    organisation: refs.organisation(nomination.organisation),
    name: texts(nomination.name),
    asDelegation: nomination.asDelegation,
    quota: nomination.quota,
    category: refs.category(nomination.category),
    side: nomination.side,
    position: text(nomination.position),
    note: text(nomination.note),
    deadline: nomination.deadline.toISOString(),
    secretary: {
      name: text(secretary.name),
      email: text(secretary.email).toLowerCase(),
      phone: text(secretary.phone),
    },
    locale: nomination.locale,
    state: nomination.state,
    submittedAt: moment(nomination.submittedAt),
    sentAt: moment(nomination.sentAt),
    remindedAt: moment(nomination.remindedAt),
    activeAt: moment(nomination.activeAt),
    nominees: nominees.map((one) => ({
      ...nomineePart(one),
      replaces: places.get(one.replaces) ?? null,
      guest: refs.guest(one.guest),
    })),
  };
}

function nomineePart(one: Nominee): Omit<NominationPart['nominees'][number], 'replaces' | 'guest'> {
  return {
    name: namePart(one.name),
    addressForm: one.addressForm,
    position: text(one.position),
    office: text(one.office),
    email: text(one.email).toLowerCase(),
    phone: text(one.phone),
    needs: text(one.needs),
    state: one.state,
    remark: text(one.remark),
    addedAt: one.addedAt.toISOString(),
    changedAt: one.changedAt.toISOString(),
  };
}
