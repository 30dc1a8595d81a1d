import { type Facts, type Language, organiser, type Reply, substitute } from './reply-facts.ts';

const partstats: Record<Reply, string> = {
  accept: 'ACCEPTED',
  decline: 'DECLINED',
  tentative: 'TENTATIVE',
  delegate: 'DELEGATED',
  counter: 'TENTATIVE',
  refresh: 'NEEDS-ACTION',
};
export const methods: Record<Reply, string> = {
  accept: 'REPLY',
  decline: 'REPLY',
  tentative: 'REPLY',
  delegate: 'REPLY',
  counter: 'COUNTER',
  refresh: 'REFRESH',
};
export const title: Record<Language, string> = {
  vi: 'Hội nghị tri ân khách hàng năm 2026',
  en: 'Customer conference 2026',
  ru: 'Конференция для клиентов 2026',
};
export const verbs: Record<Language, Record<Reply, string>> = {
  vi: {
    accept: 'Đã chấp nhận',
    decline: 'Đã từ chối',
    tentative: 'Dự kiến',
    delegate: 'Đã ủy quyền',
    counter: 'Đề xuất thời gian mới',
    refresh: 'Làm mới',
  },
  en: {
    accept: 'Accepted',
    decline: 'Declined',
    tentative: 'Tentative',
    delegate: 'Delegated',
    counter: 'New Time Proposed',
    refresh: 'Refresh',
  },
  ru: {
    accept: 'Принято',
    decline: 'Отклонено',
    tentative: 'Под вопросом',
    delegate: 'Поручено',
    counter: 'Предложено новое время',
    refresh: 'Обновить',
  },
};
const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB', ru: 'ru-RU' };

export interface Dialect {
  prodid: string;
  organizer?: boolean;
  google?: boolean;
  microsoft?: boolean;
  outlook?: boolean;
  bom?: boolean;
  status?: boolean;
  sentBy?: boolean;
  noSequence?: boolean;
}

export function calendar(facts: Facts, dialect: Dialect): string {
  const { uid, reply, language } = facts;
  const lines = [
    'BEGIN:VCALENDAR',
    `PRODID:${dialect.prodid}`,
    'VERSION:2.0',
    ...(dialect.google ? ['CALSCALE:GREGORIAN'] : []),
    `METHOD:${methods[reply]}`,
    ...(dialect.microsoft ? microsoftZone : []),
    'BEGIN:VEVENT',
    ...(dialect.organizer || dialect.google
      ? [
          `ORGANIZER;CN="Trung tâm Khoa học"${dialect.sentBy ? ';SENT-BY="mailto:office@events.example.org"' : ''}:mailto:${organiser}`,
        ]
      : []),
    ...attendees(facts, dialect),
    ...comments(facts, dialect),
    `UID:${uid}`,
    ...(dialect.microsoft
      ? [
          `SUMMARY;LANGUAGE=${locales[language]}:${verbs[language][reply]}: ${title[language]}`,
          'DTSTART;TZID=SE Asia Standard Time:20261215T080000',
          'DTEND;TZID=SE Asia Standard Time:20261215T113000',
          'CLASS:PUBLIC',
          'PRIORITY:5',
          'TRANSP:OPAQUE',
          'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
          'X-MICROSOFT-CDO-OWNERAPPTID:0',
        ]
      : [`SUMMARY:${title[language]}`, 'DTSTART:20261215T010000Z', 'DTEND:20261215T043000Z']),
    'DTSTAMP:20261124T010203Z',
    ...(dialect.noSequence ? [] : ['SEQUENCE:0']),
    ...(dialect.status ? ['REQUEST-STATUS:2.0;Success'] : []),
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return `${dialect.bom ? '\ufeff' : ''}${lines.map(folded).join('\r\n')}`;
}

const microsoftZone = [
  'BEGIN:VTIMEZONE',
  'TZID:SE Asia Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function attendees({ email, name, reply, comment }: Facts, dialect: Dialect): string[] {
  const partstat = partstats[reply];
  const to = reply === 'delegate' ? `;DELEGATED-TO="mailto:${substitute.email}"` : '';
  const second =
    reply === 'delegate'
      ? [
          `ATTENDEE;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM="mailto:${email}";CN="${substitute.name}":mailto:${substitute.email}`,
        ]
      : [];
  if (dialect.outlook) return [`ATTENDEE;PARTSTAT=${partstat}${to}:MAILTO:${email.toUpperCase()}`, ...second];
  const words = dialect.google && comment ? `;X-RESPONSE-COMMENT="${comment}"` : '';
  const role = dialect.microsoft ? '' : ';CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;RSVP=TRUE';
  return [`ATTENDEE${role};PARTSTAT=${partstat}${to};CN="${name}"${words}:mailto:${email}`, ...second];
}

function comments({ comment, language }: Facts, { google, microsoft }: Dialect): string[] {
  if (comment === '' || google) return [];
  const text = comment.replaceAll(',', '\\,');
  return [microsoft ? `COMMENT;LANGUAGE=${locales[language]}:${text}\\n` : `COMMENT:${text}`];
}

/** At 75 octets, never inside a letter. */
function folded(line: string): string {
  const lines = [''];
  for (const letter of line) {
    const last = lines.at(-1) ?? '';
    if (Buffer.byteLength(last + letter) > 74) lines.push(` ${letter}`);
    else lines[lines.length - 1] = last + letter;
  }
  return lines.join('\r\n');
}
