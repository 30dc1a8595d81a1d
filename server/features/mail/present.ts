import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import { type MailState, mailStates } from '../../../contract/states.ts';
import type { OutboxMail } from '../../../models/outbox-mail.ts';
import { paths } from '../../paths.ts';
import { formatDateTime, formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { type Access, can } from '../access/access.ts';
import { writeCursor } from './input.ts';
import type { MailPage } from './outbox.ts';
import type { ReadMail } from './read-mail.ts';
import type { views } from './views.ts';

type List = ViewModel<typeof views, 'mail/index'>;
type Shown = ViewModel<typeof views, 'mail/show'>;

const tones: Readonly<Record<MailState, string>> = {
  queued: 'waiting',
  sending: 'live',
  sent: 'present',
  retry: 'waiting',
  failed: 'refused',
  unknown: 'attention',
  bounced: 'refused',
  suppressed: 'attention',
  cancelled: '',
};

export interface ListFacts {
  page: MailPage;
  counts: Readonly<Record<MailState, number>>;
  state: MailState | null;
  after: string;
  sendsMail: boolean;
}

export function listModel(access: Access, facts: ListFacts, locale: Locale): List {
  const at = paths.mailbox(access.event);
  const { page, state, after, sendsMail } = facts;
  const query = (added: Record<string, string>): string => {
    const wanted = new URLSearchParams({ ...(state ? { state } : {}), ...added });
    return wanted.size > 0 ? `${at}?${wanted.toString()}` : at;
  };
  return {
    source: query({ part: 'list', ...(after ? { after } : {}) }),
    sendsMail,
    tabs: tabsOf(facts, at, locale),
    mails: page.mails.map((mail) => ({
      href: paths.mail(access.event, mail._id),
      to: mail.to.name || mail.to.address,
      address: mail.to.name ? mail.to.address : '',
      subject: mail.subject || translate(locale, 'mailbox.not-composed'),
      state: translate(locale, `states.mail.${mail.state}`),
      tone: tones[mail.state],
      at: mail.sentAt ?? mail.queuedAt,
    })),
    isFiltered: state !== null,
    all: at,
    next: page.next ? query({ after: writeCursor(page.next) }) : '',
  };
}

function tabsOf({ counts, state }: ListFacts, at: string, locale: Locale): List['tabs'] {
  const total = mailStates.reduce((sum, each) => sum + counts[each], 0);
  const shown = mailStates.filter((each) => counts[each] > 0 || each === state);
  return [
    { href: at, label: translate(locale, 'common.all'), count: formatNumber(locale, total), current: !state },
    ...shown.map((each) => ({
      href: `${at}?state=${each}`,
      label: translate(locale, `states.mail.${each}`),
      count: formatNumber(locale, counts[each]),
      current: each === state,
    })),
  ];
}

export function mailModel(
  access: Access,
  { mail, read }: { mail: OutboxMail; read: ReadMail | null },
  locale: Locale,
): Shown {
  const { event } = access;
  const manages = can(access, 'mail.manage');
  const resendable = ['failed', 'unknown', 'bounced', 'suppressed', 'cancelled'].includes(mail.state);
  const waiting = ['queued', 'retry', 'unknown'].includes(mail.state);
  return {
    source: `${paths.mail(event, mail._id)}?part=state`,
    back: paths.mailbox(event),
    guest: mail.guest ? paths.guest(event, mail.guest) : '',
    subject: mail.subject || translate(locale, 'mailbox.not-composed'),
    state: translate(locale, `states.mail.${mail.state}`),
    tone: tones[mail.state],
    via: mail.via === 'mailbox' ? translate(locale, 'mailbox.in-mailbox') : '',
    problem: [mail.lastError?.code, mail.lastError?.text].filter(Boolean).join(': '),
    facts: factsOf(mail, event.timeZone, locale),
    body: read ? paths.mailBody(event, mail._id) : '',
    text: read?.text ?? '',
    attachments: (read?.attachments ?? []).map(({ filename, contentType, content }) => ({
      name: filename,
      type: contentType,
      size: translate(locale, 'mailbox.size', { kilobytes: Math.ceil(content.length / 1024) }),
    })),
    log: mail.log.toReversed().map(({ at, state, code, text }) => ({
      at,
      state: translate(locale, `states.mail.${state}`),
      text: [code, text].filter(Boolean).join(': '),
    })),
    resend: manages && resendable ? paths.resendMail(event, mail._id) : '',
    cancel: manages && waiting ? paths.cancelMail(event, mail._id) : '',
  };
}

function factsOf(mail: OutboxMail, timeZone: string, locale: Locale): Shown['facts'] {
  const moment = (at: Date | null): string => (at ? formatDateTime(locale, at, timeZone) : '');
  const lines = [
    ['mailbox.to', written(mail.to)],
    ['mailbox.from', written(mail.from)],
    ['mailbox.queued-at', moment(mail.queuedAt)],
    ['mailbox.sent-at', moment(mail.sentAt)],
    ['mailbox.language', translate(locale, `common.language.${mail.locale}`)],
    ['mailbox.message-id', mail.messageId],
  ] as const;
  return lines
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ label: translate(locale, key), value }));
}

function written({ name, address }: Mailbox): string {
  return name ? `${name} <${address}>` : address;
}
