import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Nominee } from '../../../models/nomination.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { displayName } from '../directory/person-name.ts';
import { eventLines } from '../invitations/event-lines.ts';
import type { Naming } from './find-unit.ts';
import { namingState, type NamingState } from './naming-state.ts';
import type { views } from './naming-views.ts';
import { nomineeLooks } from './present-nominee.ts';
import { personForm } from './present-person.ts';
import { deadlineText, nomineeName, officeText, wishesOf } from './present-words.ts';
import { seatsOf } from './seats.ts';

type Page = ViewModel<typeof views, 'nominations/naming'>;
type Submit = ViewModel<typeof views, 'nominations/submit'>;

export interface NamingFacts extends Naming {
  locale: Locale;
  now: Date;
}

export function namingPage(
  facts: NamingFacts,
  { form, newId }: { form: FormState | null; newId: string },
): Page {
  const { access, nomination, locale, now } = facts;
  const { event } = access;
  const state = namingState(event, nomination, now);
  const seats = seatsOf(nomination);
  const listed = nomination.nominees;
  return {
    heading: headingOf(facts),
    contact: contactOf(facts),
    line: lineOf(facts, state),
    over: seats.over > 0 ? translate(locale, 'nominations.line.over', { count: seats.over }) : '',
    named: Math.min(seats.named, nomination.quota),
    quota: nomination.quota,
    wishes: wishesOf(locale, event, nomination),
    people: listed.map((nominee, index) => personRow(facts, state, nominee, index)),
    form:
      state === 'open' || form
        ? personForm(locale, {
            form,
            nominee: null,
            id: newId,
            action: paths.nameNominee,
            button: translate(locale, 'nominations.person.add'),
          })
        : null,
    kept: state !== 'open' && form ? translate(locale, 'nominations.person.kept') : '',
    submit: nomination.submittedAt || state === 'closed' ? '' : paths.submitNominees,
    submitText: translate(
      locale,
      state === 'late' ? 'nominations.submit.when-late' : 'nominations.submit.when-ready',
    ),
    closedText:
      state === 'open'
        ? ''
        : translate(locale, state === 'late' ? 'nominations.late-text' : 'nominations.closed-text'),
  };
}

export function submitPage(facts: NamingFacts, errors: Submit['errors']): Submit {
  const { access, nomination, locale } = facts;
  const { named, free, over } = seatsOf(nomination);
  const date = deadlineText(locale, nomination.deadline, access.event.timeZone);
  const warning =
    over > 0
      ? translate(locale, 'nominations.line.over', { count: over })
      : free > 0
        ? translate(locale, 'nominations.submit.free', { count: free })
        : '';
  return {
    heading: headingOf(facts),
    action: paths.submitNominees,
    back: paths.naming,
    errors,
    count: translate(locale, 'nominations.submit.count', { named, quota: nomination.quota }),
    people: nomination.nominees
      .filter(({ state }) => state !== 'replaced')
      .map((one) => ({ name: nomineeName(locale, one), office: officeText(one) })),
    happens: [
      translate(locale, 'nominations.submit.happens-sent'),
      translate(locale, 'nominations.submit.happens-change', { date }),
      translate(
        locale,
        nomination.secretary.email
          ? 'nominations.submit.happens-mail'
          : 'nominations.submit.happens-reviewed',
      ),
    ],
    warning,
  };
}

/** Whom to call. */
export function contactOf({ access: { event }, locale }: NamingFacts): Page['contact'] {
  const { contact } = eventLines(event, locale);
  return contact.name || contact.phone || contact.email ? contact : null;
}

export function headingOf({ access: { event }, nomination, locale }: NamingFacts): Page['heading'] {
  const { host, title, when, where } = eventLines(event, locale);
  return { host, title, unit: inLocale(nomination.name, locale), when, where };
}

function lineOf({ access: { event }, nomination, locale }: NamingFacts, state: NamingState): Page['line'] {
  const { named } = seatsOf(nomination);
  const { quota, submittedAt } = nomination;
  const at = submittedAt ? formatDateTime(locale, submittedAt, event.timeZone, 'numeric') : '';
  const params = { named, quota, date: deadlineText(locale, nomination.deadline, event.timeZone), at };
  if (state === 'closed')
    return { text: translate(locale, 'nominations.line.closed', params), tone: '', icon: 'lock' };
  if (submittedAt) {
    const key = state === 'open' ? 'nominations.line.submitted' : 'nominations.line.submitted-late';
    return { text: translate(locale, key, params), tone: 'present', icon: 'circle-check' };
  }
  if (state === 'late')
    return { text: translate(locale, 'nominations.line.late', params), tone: 'refused', icon: 'clock-alert' };
  return { text: translate(locale, 'nominations.line.open', params), tone: 'waiting', icon: 'hourglass' };
}

function personRow(
  { nomination, locale }: NamingFacts,
  state: NamingState,
  nominee: Nominee,
  index: number,
): Page['people'][number] {
  const replaced = nomination.nominees.find(({ id }) => id === nominee.replaces);
  const isPending = nomination.nominees.some((one) => one.replaces === nominee.id && one.state === 'named');
  const may = allowed(state, nominee, isPending);
  const isSent = nomination.submittedAt !== null || nominee.state !== 'named';
  const { tone, icon } = nomineeLooks[nominee.state];
  return {
    number: index + 1,
    name: nomineeName(locale, nominee),
    office: officeText(nominee),
    reach: [nominee.email, nominee.phone].filter((part) => part !== '').join(' · '),
    needs: nominee.needs,
    badge: isSent
      ? { label: translate(locale, `nominations.mine.${nominee.state}`), tone, icon }
      : { label: translate(locale, 'nominations.mine.draft'), tone: '', icon: 'pencil' },
    remark: nominee.state === 'returned' ? nominee.remark : '',
    replaces: replaced
      ? translate(locale, 'nominations.nominee.replaces', { name: displayName(replaced.name, locale) })
      : '',
    edit: may.edit ? paths.nominee(nominee.id) : '',
    remove: may.edit ? paths.removeNominee(nominee.id) : '',
    removeLabel: translate(locale, 'nominations.person.remove', { name: displayName(nominee.name, locale) }),
    replace: may.replace ? paths.replaceNominee(nominee.id) : '',
  };
}

function allowed(state: NamingState, { state: standing, replaces }: Nominee, isPending: boolean) {
  if (state === 'closed') return { edit: false, replace: false };
  const isLoose = standing === 'returned' || (standing === 'named' && replaces !== '');
  const edit = isLoose || (standing === 'named' && state === 'open');
  const replace = !isPending && (standing === 'accepted' || (standing === 'named' && !edit));
  return { edit, replace };
}
