import { type EventTemplate, inProtocolOrder, item, text } from './event-template.ts';
import { introduction, pause, photograph, reception } from './usual-items.ts';

export const customerConference: EventTemplate = {
  partOfDay: 'morning',
  agenda: [
    reception,
    introduction,
    item('opening', 10, text('Phát biểu khai mạc', 'Opening address', 'Вступительное слово')),
    item(
      'report',
      25,
      text(
        'Báo cáo tình hình cung cấp dịch vụ trong năm và phương hướng năm tới',
        'Report on services in the past year and plans for the next',
        'Доклад об услугах за год и планах на следующий год',
      ),
    ),
    item('paper', 20, text('Tham luận của đơn vị', 'Paper by the unit', 'Сообщение подразделения')),
    pause,
    item(
      'discussion',
      45,
      text(
        'Ý kiến trao đổi của khách hàng, đối tác',
        'Contributions of customers and partners',
        'Выступления заказчиков и партнёров',
      ),
    ),
    item(
      'remarks',
      15,
      text('Phát biểu của lãnh đạo cấp trên', 'Remarks by senior leadership', 'Выступление руководства'),
    ),
    item(
      'awards',
      20,
      text(
        'Khen thưởng tập thể, cá nhân có thành tích tiêu biểu',
        'Awards to outstanding teams and individuals',
        'Награждение коллективов и сотрудников',
      ),
    ),
    item(
      'closing',
      10,
      text('Phát biểu cảm ơn và bế mạc', 'Thanks and closing address', 'Слова благодарности и закрытие'),
    ),
    photograph,
  ],
  categories: inProtocolOrder([
    {
      id: 'leadership',
      title: text('Lãnh đạo cấp trên', 'Senior leadership', 'Вышестоящее руководство'),
      tone: 'lacquer',
    },
    {
      id: 'partner',
      title: text('Khách hàng, đối tác', 'Customers and partners', 'Заказчики и партнёры'),
      tone: 'gold',
    },
    {
      id: 'internal',
      title: text('Đơn vị nội bộ', 'Internal units', 'Внутренние подразделения'),
      tone: 'live',
    },
    { id: 'host', title: text('Đơn vị chủ trì', 'Host unit', 'Принимающая сторона'), tone: 'present' },
  ]),
  letter: {
    vi: {
      subject: 'Thư mời tham dự {event}',
      body: `{salutation}

Lời đầu tiên, {host} xin gửi tới Quý vị lời chào trân trọng và lời cảm ơn chân thành vì sự tin tưởng, hợp tác trong thời gian qua.

Chúng tôi trân trọng kính mời Quý vị tham dự {event}. Hội nghị là dịp để cùng nhìn lại kết quả hợp tác, lắng nghe ý kiến của khách hàng, đối tác và trao đổi về định hướng phát triển dịch vụ trong thời gian tới.

Thời gian: {when}
Địa điểm: {where}

Để công tác đón tiếp được chu đáo, kính mong Quý vị vui lòng xác nhận tham dự trước {replyBy}.

Sự hiện diện của Quý vị là niềm vinh dự đối với chúng tôi và góp phần vào thành công của hội nghị.

Trân trọng kính mời.

{host}
{inviter}`,
    },
    en: {
      subject: 'Invitation: {event}',
      body: `{salutation}

{host} thanks you sincerely for your trust and cooperation, and has the honour of inviting you to {event}.

We wish to look back on our work together, to hear the views of our customers and partners, and to discuss how our services should develop.

Date and time: {when}
Place: {where}

Kindly let us know by {replyBy} whether you will be able to attend.

It would be an honour to welcome you.

Yours sincerely,

{inviter}
{host}`,
    },
    ru: {
      subject: 'Приглашение: {event}',
      body: `{salutation}

{host} выражает Вам искреннюю признательность за доверие и сотрудничество и имеет честь пригласить Вас принять участие в мероприятии «{event}».

Мы хотели бы подвести итоги совместной работы, услышать мнение заказчиков и партнёров и обсудить дальнейшее развитие наших услуг.

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
