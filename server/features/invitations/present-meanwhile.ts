import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import type { FormState } from '../../platform/http/form.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { isAnsweredSince } from './answer-mark.ts';
import { saidLines } from './reply-form/present-said.ts';

/** What was recorded after this form had been opened, all that confirming would replace; empty when nothing was. */
export function meanwhileText(
  { guest, event, locale }: { guest: Guest; event: Conference; locale: Locale },
  form: FormState | null,
): string {
  const { answer } = guest;
  if (!answer || !isAnsweredSince(guest, form?.values['seen'])) return '';
  const said = [
    translate(locale, `states.answer.${answer.kind}`),
    ...(answer.provisional ? [translate(locale, 'reply-form.provisional.state')] : []),
    ...[answer.substitute?.name ?? '', answer.note].filter((part) => part !== ''),
    ...saidLines(event, answer.details, locale).map(({ label, value }) => `${label}: ${value}`),
  ];
  return translate(locale, 'invitations.meanwhile', {
    at: formatDateTime(locale, answer.at, event.timeZone, 'short'),
    answer: said.join('; '),
  });
}
