import { type EventTemplate, inProtocolOrder, item, text } from './event-template.ts';
import { introduction, pause, photograph, reception } from './usual-items.ts';

export const yearEndReview: EventTemplate = {
  partOfDay: 'morning',
  agenda: [
    reception,
    introduction,
    item('opening', 10, text('Phát biểu khai mạc', 'Opening address', 'Вступительное слово')),
    item(
      'report',
      30,
      text(
        'Báo cáo tổng kết năm và phương hướng, nhiệm vụ năm tới',
        'Report on the year and the tasks of the next',
        'Итоговый доклад за год и задачи на следующий год',
      ),
    ),
    item(
      'paper',
      20,
      text('Tham luận về công tác chuyên môn', 'Paper on professional work', 'Сообщение о профильной работе'),
    ),
    item(
      'report',
      15,
      text(
        'Báo cáo hoạt động công đoàn',
        'Report on trade union activity',
        'Доклад о работе профсоюзной организации',
      ),
    ),
    pause,
    item('discussion', 30, text('Thảo luận', 'Discussion', 'Обсуждение')),
    item(
      'directive',
      20,
      text(
        'Phát biểu chỉ đạo của lãnh đạo cấp trên',
        'Directives of senior leadership',
        'Выступление вышестоящего руководства',
      ),
    ),
    item(
      'awards',
      25,
      text(
        'Công bố quyết định và trao thưởng thi đua',
        'Award decisions and presentation of awards',
        'Оглашение приказов и вручение наград',
      ),
    ),
    item(
      'launch',
      10,
      text(
        'Phát động phong trào thi đua năm mới',
        'Launch of the emulation movement of the new year',
        'Объявление трудового соревнования на новый год',
      ),
    ),
    item(
      'closing',
      10,
      text('Phát biểu đáp từ và bế mạc', 'Response and closing address', 'Ответное слово и закрытие'),
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
      id: 'host',
      title: text('Lãnh đạo đơn vị', 'Leaders of the unit', 'Руководство подразделения'),
      tone: 'gold',
    },
    {
      id: 'guest',
      title: text(
        'Khách mời, đơn vị phối hợp',
        'Guests and cooperating units',
        'Гости и смежные подразделения',
      ),
      tone: 'live',
    },
    {
      id: 'staff',
      title: text('Cán bộ, công nhân viên', 'Staff', 'Работники подразделения'),
      tone: 'present',
    },
  ]),
  letter: {
    vi: {
      subject: 'Giấy mời dự {event}',
      body: `{salutation}

{host} trân trọng kính mời đồng chí tới dự {event}.

Hội nghị đánh giá kết quả thực hiện nhiệm vụ trong năm, triển khai phương hướng, nhiệm vụ năm tới và khen thưởng các tập thể, cá nhân có thành tích xuất sắc.

Thời gian: {when}
Địa điểm: {where}

Đề nghị đồng chí xác nhận tham dự trước {replyBy} để ban tổ chức chuẩn bị chu đáo.

Rất hân hạnh được đón tiếp.

{host}
{inviter}`,
    },
    en: {
      subject: 'Invitation: {event}',
      body: `{salutation}

{host} has the honour of inviting you to {event}.

The meeting will review the results of the year, set out the tasks ahead and honour teams and individuals for outstanding work.

Date and time: {when}
Place: {where}

Kindly confirm by {replyBy} whether you will attend.

We look forward to welcoming you.

Yours sincerely,

{inviter}
{host}`,
    },
    ru: {
      subject: 'Приглашение: {event}',
      body: `{salutation}

{host} имеет честь пригласить Вас принять участие в мероприятии «{event}».

На заседании будут подведены итоги года, определены задачи на предстоящий период и награждены отличившиеся коллективы и сотрудники.

Дата и время: {when}
Место проведения: {where}

Просим Вас подтвердить участие до {replyBy}.

Будем рады Вашему участию.

С уважением,

{inviter}
{host}`,
    },
  },
};
