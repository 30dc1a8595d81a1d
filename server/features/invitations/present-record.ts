import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import { recordedChannels, recordedKinds } from './input.ts';
import { answerState, tones, viaText } from './present.ts';
import { detailsModel } from './reply-form/present-details.ts';
import { saidLines } from './reply-form/present-said.ts';
import { askedOf } from './reply-form/reply-form-of.ts';
import type { views } from './views.ts';

type Page = ViewModel<typeof views, 'invitations/record'>;

export function recordModel(
  { event, guest, form }: { event: Conference; guest: Guest; form: FormState | null },
  locale: Locale,
): Page {
  const { kind, channel, ...fields } = formFields(startingWith(guest), form);
  const { invitation } = guest;
  const isRevoked = invitation?.linkHash === '' && invitation.linkRevision > 1 && guest.email !== '';
  return {
    action: paths.recordAnswer(event, guest),
    undo: guest.answer ? paths.undoAnswer(event, guest) : '',
    back: paths.guest(event, guest),
    link: isRevoked
      ? {
          action: paths.sendLinkAnew(event, guest),
          button: translate(locale, 'secretaries.link.send', { address: guest.email }),
        }
      : null,
    holds: guest.replacedBy ? translate(locale, 'substitutes.holds', { name: guest.replacedBy.name }) : '',
    substitutes: paths.substitutes(event),
    details: detailsModel({
      asked: askedOf(event, guest),
      said: guest.answer?.details ?? null,
      form,
      locale,
      isDemanding: false,
    }),
    name: addressedName(guest, locale),
    office: officeIn(guest, locale),
    standing: translate(locale, `guests.standing.${guest.standing}`),
    tone: tones[guest.standing],
    errors: errorSummary(form),
    isCancelled: guest.state === 'cancelled',
    hasAddress: guest.email !== '',
    kind,
    channel,
    kinds: recordedKinds.map((value) =>
      option(value, kind.value, translate(locale, `states.answer.${value}`)),
    ),
    channels: recordedChannels.map((value) =>
      option(value, channel.value, atStart(translate(locale, `states.channel.${value}`), locale)),
    ),
    fields,
    history: historyOf(event, guest, locale),
  };
}

function option(value: string, chosen: string, label: string): Page['kinds'][number] {
  return { value, label, selected: value === chosen };
}

function startingWith(guest: Guest) {
  const { name = '', position = '', phone = '', email = '' } = guest.answer?.substitute ?? {};
  return {
    kind: guest.answer?.kind ?? 'attending',
    channel: 'phone',
    note: '',
    said: '',
    tell: guest.email === '' ? '' : 'true',
    substitute: { name, position, phone, email },
  };
}

function historyOf(event: Conference, guest: Guest, locale: Locale): Page['history'] {
  const all = guest.answer ? [...guest.answers, guest.answer] : guest.answers;
  return all.toReversed().map((answer) => ({
    answer: [translate(locale, `states.answer.${answer.kind}`), answer.substitute?.name]
      .filter(Boolean)
      .join(': '),
    by: viaText(answer, locale),
    said: answer.said ? translate(locale, 'reply-form.said-by', { name: answer.said }) : '',
    lines: saidLines(event, answer.details, locale),
    state: answerState(answer, locale),
    note: answer.note,
    at: answer.at,
    isCurrent: answer === guest.answer,
  }));
}
