import type { Tally } from '../../../contract/live/invitations.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { AnswerChannel, GuestStanding } from '../../../contract/states.ts';
import type { GuestAnswer } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { formatNumber, formatPercent } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { type Access, can } from '../access/access.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import { holds } from '../guests/standing.ts';
import { answerMark } from './answer-mark.ts';
import type { Answered } from './answers.ts';
import type { views } from './views.ts';
import type { SentWave } from './waves.ts';

type Board = ViewModel<typeof views, 'invitations/index'>;

export interface BoardFacts {
  tally: Tally;
  waves: readonly SentWave[];
  channels: readonly { channel: AnswerChannel; count: number }[];
  answers: readonly Answered[];
  /** Answers that a machine may have given. */
  unconfirmed: number;
  sendsMail: boolean;
}

export const tones: Readonly<Record<GuestStanding, string>> = {
  'not-invited': '',
  'no-answer': 'waiting',
  attending: 'present',
  tentative: 'waiting',
  substitute: 'attention',
  declined: 'refused',
  cancelled: '',
};

export function boardModel(access: Access, facts: BoardFacts, locale: Locale): Board {
  const { event } = access;
  const { tally, waves, channels, answers, sendsMail, unconfirmed } = facts;
  const send = paths.newWave(event);
  return {
    source: `${paths.invitations(event)}?part=board`,
    canSend: can(access, 'invitations.send'),
    isDraft: event.state === 'draft',
    isEmpty: tally.listed === 0,
    send,
    remind: `${send}?kind=reminder`,
    allWaves: paths.waves(event),
    mailbox: paths.mailbox(event),
    addGuests: paths.guests(event),
    sendsMail,
    stats: statsOf(tally, paths.guests(event), locale),
    answered: answeredOf(tally, locale),
    silent: tally.silent,
    unconfirmed:
      unconfirmed > 0
        ? {
            text: translate(locale, 'attention.count.unconfirmed', { count: unconfirmed }),
            href: `${paths.attention(event)}#unconfirmed`,
          }
        : null,
    channels: channels.map(({ channel, count }) => ({
      label: atStart(translate(locale, `states.channel.${channel}`), locale),
      count: formatNumber(locale, count),
    })),
    waves: waves.map((wave) => waveRow(event, wave, locale)),
    answers: answers.map((guest) => answerLine(access, guest, locale)),
  };
}

function statsOf(tally: Tally, guests: string, locale: Locale): Board['stats'] {
  const stat = (key: Exclude<keyof Tally, 'companions'>, tone: string, tab: string, note = '') => ({
    label: translate(locale, `invitations.tally.${key}`),
    value: formatNumber(locale, tally[key]),
    note,
    tone,
    href: `${guests}?tab=${tab}`,
  });
  const notInvited = tally.listed - tally.invited;
  const remaining = notInvited > 0 ? translate(locale, 'invitations.not-yet', { count: notInvited }) : '';
  const along =
    tally.companions > 0 ? translate(locale, 'reply-form.along', { count: tally.companions }) : '';
  return [
    stat('invited', '', 'all', remaining),
    stat('attending', 'present', 'attending', along),
    stat('substitutes', 'attention', 'substitute'),
    stat('declined', 'refused', 'declined'),
    stat('silent', 'waiting', 'no-answer'),
  ];
}

function answeredOf({ invited, silent }: Tally, locale: Locale): Board['answered'] {
  const value = invited - silent;
  const share = invited === 0 ? 0 : value / invited;
  const text = translate(locale, 'invitations.answered-of', {
    count: value,
    invited,
    share: formatPercent(locale, share, 0),
  });
  return { value, max: Math.max(1, invited), text };
}

function waveRow(
  event: Access['event'],
  { wave, sentAt, invited, answered, id }: SentWave,
  locale: Locale,
): Board['waves'][number] {
  const share = formatPercent(locale, invited === 0 ? 0 : answered / invited, 0);
  const text = translate(locale, 'invitations.answered-of', { count: answered, invited, share });
  const name = translate(locale, 'invitations.wave', { wave });
  return { href: id ? paths.wave(event, id) : '', name, sentAt, invited, answered, text };
}

function answerLine(access: Access, guest: Answered, locale: Locale): Board['answers'][number] {
  const { answer, standing } = guest;
  return {
    href: paths.guest(access.event, guest),
    name: atStart(addressedName(guest, locale), locale),
    office: officeIn(guest, locale),
    standing: translate(locale, `states.answer.${answer.kind}`),
    tone: holds(answer) ? tones[standing] : 'waiting',
    state: answerState(answer, locale),
    channel: viaText(answer, locale),
    note: can(access, 'guests.view-contact-details') ? answer.note : '',
    substitute: [answer.substitute?.name, answer.substitute?.position].filter(Boolean).join(', '),
    at: answer.at,
    undo:
      can(access, 'invitations.record-answer') && !guest.replacedBy ? undoOf(access, guest, locale) : null,
  };
}

function undoOf({ event }: Access, guest: Answered, locale: Locale): Board['answers'][number]['undo'] {
  const name = addressedName(guest, locale);
  return {
    action: paths.undoAnswer(event, guest),
    seen: answerMark(guest.answer),
    label: translate(locale, 'invitations.record.undo-one', { name }),
  };
}

/** Why an answer does not count; empty when it does. */
export function answerState(
  { provisional, refusal, takenBack }: Pick<GuestAnswer, 'provisional' | 'refusal' | 'takenBack'>,
  locale: Locale,
): string {
  if (takenBack) return translate(locale, 'reply-form.taken-back.state');
  if (provisional) return translate(locale, 'reply-form.provisional.state');
  return refusal ? translate(locale, 'reply-form.refused.state') : '';
}

/** “by telephone, Nguyễn Thị Hoa”: who recorded it matters when it was not the guest. */
export function viaText(
  { channel, by, trust }: Pick<GuestAnswer, 'channel' | 'by' | 'trust'>,
  locale: Locale,
): string {
  const label = translate(locale, `states.channel.${channel}`);
  // A reply that was read without anybody's help is the guest's own word.
  const isOwn = channel === 'page' || trust === 'A' || trust === 'B';
  if (isOwn || by === '') return translate(locale, 'invitations.via', { channel: label });
  const key = channel === 'secretary' ? 'invitations.via-secretary' : 'invitations.via-by';
  return translate(locale, key, { channel: label, by });
}
