import { type EventTemplate, inProtocolOrder, item, text } from './event-template.ts';
import { introduction, pause, photograph, reception } from './usual-items.ts';

export const youthUnionMidtermReview: EventTemplate = {
  partOfDay: 'afternoon',
  agenda: [
    reception,
    item('performance', 10, text('Văn nghệ chào mừng', 'Welcome performance', 'Приветственное выступление')),
    item(
      'other',
      5,
      text(
        'Chào cờ, hát Quốc ca và Đoàn ca',
        'Flag salute, National and Youth Union anthems',
        'Исполнение гимнов',
      ),
    ),
    introduction,
    item(
      'report',
      25,
      text(
        'Báo cáo sơ kết giữa nhiệm kỳ và phương hướng đến hết nhiệm kỳ',
        'Mid-term report and direction for the rest of the term',
        'Доклад о работе за первую половину срока и дальнейшие задачи',
      ),
    ),
    item(
      'paper',
      20,
      text('Tham luận của đoàn viên', 'Papers of members', 'Сообщения членов Союза молодёжи'),
    ),
    pause,
    item(
      'discussion',
      30,
      text('Trao đổi, giải đáp kiến nghị', 'Discussion and answers', 'Обсуждение, ответы на вопросы'),
    ),
    item(
      'directive',
      20,
      text(
        'Phát biểu chỉ đạo của cấp ủy, chính quyền và Đoàn cấp trên',
        'Directives of the Party committee, the leadership and the senior Union',
        'Выступления парткома, руководства и вышестоящего комитета',
      ),
    ),
    item(
      'resolution',
      10,
      text('Thông qua nghị quyết hội nghị', 'Adoption of the resolution', 'Принятие резолюции'),
    ),
    item('closing', 5, text('Bế mạc', 'Closing', 'Закрытие')),
    photograph,
  ],
  categories: inProtocolOrder([
    {
      id: 'union',
      title: text('Đoàn cấp trên', 'Senior Youth Union', 'Вышестоящий комитет Союза молодёжи'),
      tone: 'lacquer',
    },
    {
      id: 'leadership',
      title: text('Cấp ủy, lãnh đạo đơn vị', 'Party committee and leadership', 'Партком и руководство'),
      tone: 'gold',
    },
    { id: 'host', title: text('Ban Chấp hành', 'Executive committee', 'Исполком организации'), tone: 'live' },
    { id: 'guest', title: text('Khách mời', 'Guests', 'Гости'), tone: 'attention' },
    { id: 'delegates', title: text('Đoàn viên', 'Members', 'Члены Союза молодёжи'), tone: 'present' },
  ]),
  letter: {
    vi: {
      subject: 'Giấy mời dự {event}',
      body: `{salutation}

{host} trân trọng kính mời đồng chí tới dự {event}.

Hội nghị đánh giá kết quả công tác Đoàn và phong trào thanh niên trong nửa đầu nhiệm kỳ, đề ra phương hướng, nhiệm vụ đến hết nhiệm kỳ và lắng nghe ý kiến của đoàn viên, thanh niên.

Thời gian: {when}
Địa điểm: {where}

Kính mong đồng chí xác nhận tham dự trước {replyBy}.

Sự có mặt của đồng chí là nguồn động viên to lớn đối với tuổi trẻ đơn vị.

{host}
{inviter}`,
    },
    en: {
      subject: 'Invitation: {event}',
      body: `{salutation}

{host} has the pleasure of inviting you to {event}.

The meeting will review the work of the Youth Union in the first half of its term, set the direction for the second half and give members the floor.

Date and time: {when}
Place: {where}

Kindly confirm by {replyBy} whether you will attend.

Your presence will be a great encouragement to our young colleagues.

Yours sincerely,

{inviter}
{host}`,
    },
    ru: {
      subject: 'Приглашение: {event}',
      body: `{salutation}

{host} приглашает Вас принять участие в мероприятии «{event}».

Будут подведены итоги работы Союза молодёжи за первую половину срока полномочий, определены задачи на вторую половину, слово получат члены организации.

Дата и время: {when}
Место проведения: {where}

Просим Вас подтвердить участие до {replyBy}.

Ваше участие станет большой поддержкой для молодых сотрудников.

С уважением,

{inviter}
{host}`,
    },
  },
};
