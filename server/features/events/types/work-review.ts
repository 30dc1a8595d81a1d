import { type EventTemplate, inProtocolOrder, item, text } from './event-template.ts';
import { introduction, pause, reception } from './usual-items.ts';

export const workReview: EventTemplate = {
  partOfDay: 'afternoon',
  agenda: [
    reception,
    introduction,
    item(
      'opening',
      15,
      text(
        'Phát biểu khai mạc, chỉ đạo',
        'Opening address and directives',
        'Вступительное слово руководства',
      ),
    ),
    item(
      'report',
      30,
      text(
        'Báo cáo tổng kết công tác và triển khai nhiệm vụ',
        'Report on the work done and the tasks ahead',
        'Доклад об итогах работы и предстоящих задачах',
      ),
    ),
    item('paper', 40, text('Tham luận của các đơn vị', 'Papers of the units', 'Сообщения подразделений')),
    pause,
    item(
      'discussion',
      45,
      text(
        'Thảo luận, đề xuất giải pháp',
        'Discussion of open issues and proposals',
        'Обсуждение вопросов и предложений',
      ),
    ),
    item(
      'closing',
      15,
      text('Kết luận và bế mạc', 'Conclusions and closing address', 'Подведение итогов и закрытие'),
    ),
  ],
  categories: inProtocolOrder([
    {
      id: 'leadership',
      title: text(
        'Ban Tổng Giám đốc, lãnh đạo cấp trên',
        'General Directorate and senior leadership',
        'Генеральная дирекция',
      ),
      tone: 'lacquer',
    },
    {
      id: 'organisations',
      title: text(
        'Lãnh đạo tổ chức chính trị – xã hội',
        'Leaders of socio-political organisations',
        'Руководители общественно-политических организаций',
      ),
      tone: 'gold',
    },
    {
      id: 'departments',
      title: text('Lãnh đạo phòng, ban', 'Heads of departments', 'Руководители отделов'),
      tone: 'live',
    },
    {
      id: 'units',
      title: text('Lãnh đạo đơn vị trực thuộc', 'Leaders of subordinate units', 'Руководители подразделений'),
      tone: 'present',
    },
    { id: 'host', title: text('Đơn vị chủ trì', 'Host unit', 'Организатор'), tone: 'attention' },
  ]),
  letter: {
    vi: {
      subject: 'Giấy mời dự {event}',
      body: `{salutation}

{host} trân trọng kính mời đồng chí tới dự {event}.

Hội nghị nghe báo cáo kết quả công tác, thảo luận những vấn đề còn vướng mắc và thống nhất các giải pháp triển khai nhiệm vụ trong thời gian tới.

Thời gian: {when}
Địa điểm: {where}

Đề nghị đồng chí bố trí thời gian tham dự và xác nhận trước {replyBy}. Trường hợp không thể tham dự, đề nghị đồng chí cử đại diện dự thay.

Trân trọng kính mời.

{host}
{inviter}`,
    },
    en: {
      subject: 'Invitation: {event}',
      body: `{salutation}

{host} has the honour of inviting you to {event}.

The meeting will hear the results of the work, discuss what remains to be resolved and agree on the measures for the period ahead.

Date and time: {when}
Place: {where}

Kindly confirm by {replyBy} whether you will attend. If you are unable to come, you are welcome to name a representative.

Yours sincerely,

{inviter}
{host}`,
    },
    ru: {
      subject: 'Приглашение: {event}',
      body: `{salutation}

{host} имеет честь пригласить Вас принять участие в мероприятии «{event}».

Будут заслушаны итоги работы, обсуждены нерешённые вопросы и согласованы меры на предстоящий период.

Дата и время: {when}
Место проведения: {where}

Просим Вас подтвердить участие до {replyBy}. Если Вы не сможете присутствовать, просим направить представителя.

С уважением,

{inviter}
{host}`,
    },
  },
};
