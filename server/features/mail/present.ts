import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import { type MailState, mailStates } from '../../../contract/states.ts';
import type { OutboxMail } from '../../../models/outbox-mail.ts';
import { paths } from '../../paths.ts';
import { formatDateTime, formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { can } from '../access/access.ts';
import { writeCursor } from './input.ts';
import type { MailPage, Scope } from './outbox.ts';
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

export function listModel(scope: Scope, facts: ListFacts, locale: Locale): List {
  const { list: at, mail: addressOf } = addresses(scope);
  const { page, state, after, sendsMail } = facts;
  const query = (added: Record<string, string>): string => {
    const wanted = new URLSearchParams({ ...(state ? { state } : {}), ...added });
    return wanted.size > 0 ? `${at}?${wanted.toString()}` : at;
  };
  return {
    source: query({ part: 'list', ...(after ? { after } : {}) }),
    part: partOf(scope),
    sendsMail,
    isOffice: !('event' in scope),
    tabs: tabsOf(facts, at, locale),
    mails: page.mails.map((mail) => ({
      href: addressOf(mail._id),
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

/** The name of their news. */
function partOf(scope: Scope): string {
  return 'event' in scope ? 'mail' : 'office-mail';
}

/** The mails of an event live below it, those of the office beside it. */
function addresses(scope: Scope) {
  if (!('event' in scope))
    return {
      list: paths.officeMailbox,
      mail: paths.officeMail,
      body: paths.officeMailBody,
      resend: paths.resendOfficeMail,
      cancel: paths.cancelOfficeMail,
    };
  const { event } = scope;
  return {
    list: paths.mailbox(event),
    mail: (id: string) => paths.mail(event, id),
    body: (id: string) => paths.mailBody(event, id),
    resend: (id: string) => paths.resendMail(event, id),
    cancel: (id: string) => paths.cancelMail(event, id),
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
  scope: Scope,
  { mail, read, timeZone }: { mail: OutboxMail; read: ReadMail | null; timeZone: string },
  locale: Locale,
): Shown {
  const at = addresses(scope);
  const manages = !('event' in scope) || can(scope, 'mail.manage');
  const resendable = ['failed', 'unknown', 'bounced', 'suppressed', 'cancelled'].includes(mail.state);
  const waiting = ['queued', 'retry', 'unknown'].includes(mail.state);
  return {
    source: `${at.mail(mail._id)}?part=mail`,
    part: partOf(scope),
    back: at.list,
    guest: 'event' in scope && mail.guest ? paths.guest(scope.event, mail.guest) : '',
    subject: mail.subject || translate(locale, 'mailbox.not-composed'),
    state: translate(locale, `states.mail.${mail.state}`),
    tone: tones[mail.state],
    via: mail.via === 'mailbox' ? translate(locale, 'mailbox.in-mailbox') : '',
    problem: [mail.lastError?.code, mail.lastError?.text].filter(Boolean).join(': '),
    facts: factsOf(mail, timeZone, locale),
    body: read ? at.body(mail._id) : '',
    isForgotten: mail.state === 'sent' && mail.raw === null,
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
    resend: manages && resendable ? at.resend(mail._id) : '',
    cancel: manages && waiting ? at.cancel(mail._id) : '',
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
