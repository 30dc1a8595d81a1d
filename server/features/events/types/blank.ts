import { type EventTemplate, inProtocolOrder, item, text } from './event-template.ts';

export const blank: EventTemplate = {
  partOfDay: '',
  agenda: [
    item('opening', 10, text('Khai mạc', 'Opening', 'Открытие')),
    item('other', 60, text('Nội dung chính', 'Main part', 'Основная часть')),
    item('closing', 10, text('Bế mạc', 'Closing', 'Закрытие')),
  ],
  categories: inProtocolOrder([
    { id: 'leadership', title: text('Lãnh đạo', 'Leadership', 'Руководство'), tone: 'lacquer' },
    { id: 'guest', title: text('Khách mời', 'Guests', 'Гости'), tone: 'gold' },
    { id: 'host', title: text('Ban tổ chức', 'Organisers', 'Организаторы'), tone: 'present' },
  ]),
  letter: {
    vi: {
      subject: 'Thư mời tham dự {event}',
      body: `{salutation}

{host} trân trọng kính mời Quý vị tham dự {event}.

Thời gian: {when}
Địa điểm: {where}

Kính mong Quý vị vui lòng xác nhận tham dự trước {replyBy}.

Rất hân hạnh được đón tiếp Quý vị.

{host}
{inviter}`,
    },
    en: {
      subject: 'Invitation: {event}',
      body: `{salutation}

{host} has the pleasure of inviting you to {event}.

Date and time: {when}
Place: {where}

Kindly let us know by {replyBy} whether you will be able to attend.

We look forward to welcoming you.

Yours sincerely,

{inviter}
{host}`,
    },
    ru: {
      subject: 'Приглашение: {event}',
      body: `{salutation}

{host} приглашает Вас принять участие в мероприятии «{event}».

Дата и время: {when}
Место проведения: {where}

Просим Вас подтвердить участие до {replyBy}.

Будем рады приветствовать Вас.

С уважением,

{inviter}
{host}`,
    },
  },
};
