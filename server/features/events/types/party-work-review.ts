import { type EventTemplate, inProtocolOrder, item, text } from './event-template.ts';
import { introduction, pause, reception } from './usual-items.ts';

export const partyWorkReview: EventTemplate = {
  partOfDay: 'morning',
  agenda: [
    reception,
    item(
      'other',
      5,
      text(
        'Chào cờ, hát Quốc ca và Quốc tế ca',
        'Flag salute, National Anthem and The Internationale',
        'Исполнение гимнов',
      ),
    ),
    introduction,
    item('opening', 10, text('Phát biểu khai mạc', 'Opening address', 'Вступительное слово')),
    item(
      'report',
      30,
      text(
        'Báo cáo tổng kết công tác Đảng và phương hướng, nhiệm vụ năm tới',
        'Report on Party work and the tasks of the coming year',
        'Доклад об итогах партийной работы и задачах на год',
      ),
    ),
    item(
      'report',
      15,
      text(
        'Báo cáo công tác kiểm tra, giám sát',
        'Report on inspection and supervision',
        'Доклад о контрольной и надзорной работе',
      ),
    ),
    item(
      'paper',
      30,
      text('Tham luận của các chi bộ', 'Papers of the Party cells', 'Сообщения партийных ячеек'),
    ),
    pause,
    item('discussion', 30, text('Thảo luận', 'Discussion', 'Обсуждение')),
    item(
      'directive',
      20,
      text(
        'Phát biểu chỉ đạo của cấp ủy cấp trên',
        'Directives of the senior Party committee',
        'Выступление вышестоящего парткома',
      ),
    ),
    item(
      'awards',
      15,
      text(
        'Khen thưởng tổ chức đảng, đảng viên tiêu biểu',
        'Awards to Party organisations and members',
        'Награждение партийных организаций и членов партии',
      ),
    ),
    item(
      'closing',
      10,
      text('Phát biểu tiếp thu và bế mạc', 'Response and closing', 'Ответное слово и закрытие'),
    ),
  ],
  categories: inProtocolOrder([
    {
      id: 'leadership',
      title: text('Cấp ủy cấp trên', 'Senior Party committee', 'Вышестоящий партийный комитет'),
      tone: 'lacquer',
    },
    {
      id: 'host',
      title: text(
        'Ban Chấp hành Đảng bộ',
        'Executive committee of the Party organisation',
        'Партийный комитет',
      ),
      tone: 'gold',
    },
    {
      id: 'cells',
      title: text('Cấp ủy chi bộ trực thuộc', 'Committees of the Party cells', 'Бюро партийных ячеек'),
      tone: 'live',
    },
    { id: 'delegates', title: text('Đảng viên', 'Party members', 'Члены партии'), tone: 'present' },
    { id: 'guest', title: text('Khách mời', 'Guests', 'Приглашённые'), tone: 'attention' },
  ]),
  letter: {
    vi: {
      subject: 'Giấy mời dự {event}',
      body: `{salutation}

{host} trân trọng kính mời đồng chí tới dự {event}.

Hội nghị kiểm điểm, đánh giá kết quả lãnh đạo thực hiện nhiệm vụ và công tác xây dựng Đảng trong năm; thảo luận, thống nhất phương hướng, nhiệm vụ năm tới.

Thời gian: {when}
Địa điểm: {where}

Đề nghị đồng chí tham dự đầy đủ, đúng thành phần và xác nhận trước {replyBy}.

{host}
{inviter}`,
    },
    en: {
      subject: 'Invitation: {event}',
      body: `{salutation}

{host} has the honour of inviting you to {event}.

The meeting will review the leadership and Party-building work of the year, and discuss and agree the direction and tasks of the year ahead.

Date and time: {when}
Place: {where}

Kindly confirm by {replyBy} whether you will attend.

Yours sincerely,

{inviter}
{host}`,
    },
    ru: {
      subject: 'Приглашение: {event}',
      body: `{salutation}

{host} приглашает Вас принять участие в мероприятии «{event}».

Будут подведены итоги партийной работы за год, обсуждены и согласованы направления и задачи на следующий год.

Дата и время: {when}
Место проведения: {where}

Просим Вас подтвердить участие до {replyBy}.

С уважением,

{inviter}
{host}`,
    },
  },
};
