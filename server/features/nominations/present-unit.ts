import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Nomination, Nominee } from '../../../models/nomination.ts';
import { paths } from '../../paths.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { Access } from '../access/access.ts';
import { acceptable } from './acceptable.ts';
import type { Resemblance } from './find-listed.ts';
import { mayBeAccepted } from './may-be-accepted.ts';
import { namingState } from './naming-state.ts';
import { deadlineText, wishesOf } from './present-words.ts';
import { nomineeModel } from './present-nominee.ts';
import { namedOver, seatsOf } from './seats.ts';
import { isWithoutLink } from './unit-link.ts';
import type { views } from './views.ts';

type Unit = ViewModel<typeof views, 'nominations/_unit'>;
type Show = ViewModel<typeof views, 'nominations/show'>;

export interface UnitFacts {
  access: Access;
  nomination: Nomination;
  resemblances: ReadonlyMap<string, Resemblance>;
  /** The personal link, and the id of a form that mails it. */
  address: string;
  mark: string;
  now: Date;
}

export function showModel(locale: Locale, facts: UnitFacts): Show {
  const { access, nomination, address, mark } = facts;
  const { event } = access;
  const { secretary, linkHash, sentAt, state } = nomination;
  return {
    title: inLocale(nomination.name, locale),
    lead: secretaryLine(nomination),
    back: paths.nominations(event),
    edit: paths.editNomination(event, nomination),
    unit: unitModel(locale, facts),
    facts: factsOf(locale, facts),
    link:
      linkHash === ''
        ? null
        : {
            address,
            text: translate(locale, secretary.email ? 'nominations.link.text' : 'nominations.link.no-email'),
            mail: paths.writeToUnits(event),
            mark,
            unit: String(nomination._id),
          },
    canMail: secretary.email !== '' && state === 'open',
    mailLabel: translate(locale, sentAt ? 'nominations.link.remind' : 'nominations.link.send'),
    step: paths.steerNomination(event, nomination),
    isClosed: state === 'closed',
    isRevoked: linkHash === '',
    noLink: translate(
      locale,
      isWithoutLink(nomination) ? 'nominations.link.none' : 'nominations.link.revoked',
    ),
  };
}

export function unitModel(locale: Locale, facts: UnitFacts): Unit {
  const { access, nomination, now } = facts;
  const { event } = access;
  const over = namedOver(nomination);
  const canDecide = mayBeAccepted(event, nomination, now);
  const ready = acceptable(nomination, facts.resemblances).length;
  const byId = new Map(nomination.nominees.map((one) => [one.id, one]));
  return {
    source: `${paths.nomination(event, nomination)}?part=unit`,
    line: lineOf(locale, facts),
    tone: nomination.submittedAt ? 'present' : 'waiting',
    hint:
      canDecide || nomination.nominees.length === 0
        ? ''
        : translate(locale, 'nominations.unit.being-written'),
    nominees: ordered(nomination.nominees).map((nominee) =>
      nomineeModel(locale, {
        access,
        nomination,
        nominee,
        replaced: byId.get(nominee.replaces) ?? null,
        isOver: over.has(nominee.id),
        resemblance: facts.resemblances.get(nominee.id) ?? null,
        canDecide,
      }),
    ),
    acceptAll:
      canDecide && ready > 0
        ? {
            action: paths.acceptNominee(event, nomination),
            label: translate(locale, 'nominations.accept-all', { count: ready }),
          }
        : null,
    emptyText: translate(
      locale,
      nomination.submittedAt ? 'nominations.unit.sends-nobody' : 'nominations.unit.empty',
    ),
  };
}

/** Those who wait first; who was replaced last. */
function ordered(nominees: readonly Nominee[]): Nominee[] {
  const place = { named: 0, returned: 1, accepted: 2, replaced: 3 } as const;
  return nominees.toSorted((a, b) => place[a.state] - place[b.state]);
}

function lineOf(locale: Locale, { access: { event }, nomination, now }: UnitFacts): string {
  const { named } = seatsOf(nomination);
  const { quota, submittedAt, deadline } = nomination;
  const date = deadlineText(locale, deadline, event.timeZone);
  const state = namingState(event, nomination, now);
  const at = submittedAt ? formatDateTime(locale, submittedAt, event.timeZone, 'numeric') : '';
  const key = submittedAt ? 'submitted' : state;
  return translate(locale, `nominations.unit.line.${key}`, { named, quota, date, at });
}

function secretaryLine({ secretary: { name, email, phone } }: Nomination): string {
  return [name, phone, email].filter((part) => part !== '').join(' · ');
}

function factsOf(locale: Locale, { access: { event }, nomination }: UnitFacts): Show['facts'] {
  const when = (at: Date | null) =>
    at ? formatDateTime(locale, at, event.timeZone, 'numeric') : translate(locale, 'nominations.row.never');
  return [
    {
      label: translate(locale, 'nominations.field.deadline'),
      text: deadlineText(locale, nomination.deadline, event.timeZone),
    },
    ...wishesOf(locale, event, nomination),
    { label: translate(locale, 'nominations.fact.sent'), text: when(nomination.sentAt) },
    { label: translate(locale, 'nominations.fact.reminded'), text: when(nomination.remindedAt) },
    { label: translate(locale, 'nominations.fact.active'), text: when(nomination.activeAt) },
  ];
}
