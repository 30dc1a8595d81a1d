import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import { recordedChannels, recordedKinds } from './input.ts';
import { answerMark } from './answer-mark.ts';
import { answerText, givenAnswers } from './present-answers-given.ts';
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
    undo: guest.answer && !guest.replacedBy ? paths.undoAnswer(event, guest) : '',
    seen: answerMark(guest.answer),
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
  return givenAnswers(guest).map((answer) => ({
    answer: answerText(answer, locale),
    by: viaText(answer, locale),
    said: answer.said ? translate(locale, 'reply-form.said-by', { name: answer.said }) : '',
    takenBack: answer.takenBack ? takenBackText(event, answer.takenBack, locale) : '',
    lines: saidLines(event, answer.details, locale),
    state: answerState(answer, locale),
    note: answer.note,
    at: answer.at,
    isCurrent: answer === guest.answer,
  }));
}

function takenBackText(
  event: Conference,
  { by, at }: NonNullable<GuestAnswer['takenBack']>,
  locale: Locale,
): string {
  return translate(locale, 'reply-form.taken-back.by', {
    by,
    at: formatDateTime(locale, at, event.timeZone, 'short'),
  });
}
