import type { UsualText, UsualTexts } from './usual-text.ts';

const whenAndWhere = `Thời gian: {when}
Địa điểm: {where}`;

const signature = `{host}
Đầu mối liên hệ: {contact}`;

const guest = { form: 'Quý vị', please: 'Kính mong Quý vị', so: 'kính mong Quý vị' };
const comrade = { form: 'đồng chí', please: 'Đề nghị đồng chí', so: 'đề nghị đồng chí' };

/** The same letter to guests and to one's own people; what differs is how they are spoken to. */
function spoken(subject: string, body: (to: typeof guest) => string): UsualText {
  return { subject, invited: body(guest), summoned: body(comrade) };
}

export const vi: UsualTexts = {
  'save-the-date': {
    subject: 'Thông báo trước về {event}',
    invited: `{salutation}

{host} trân trọng thông báo dự kiến tổ chức {event}.

${whenAndWhere}

Kính mong Quý vị dành thời gian trong lịch công tác. Thư mời chính thức cùng chương trình chi tiết sẽ được gửi tới Quý vị sau.

Rất hân hạnh được đón tiếp Quý vị.

${signature}`,
    summoned: `{salutation}

{host} thông báo dự kiến tổ chức {event}.

${whenAndWhere}

Đề nghị đồng chí chủ động sắp xếp công việc để tham dự. Giấy mời chính thức cùng chương trình chi tiết sẽ được gửi sau.

${signature}`,
  },
  reminder: spoken(
    'Xin xác nhận tham dự {event}',
    ({ form, so }) => `{salutation}

{host} đã gửi lời mời tham dự {event}. Đến nay, ban tổ chức chưa nhận được câu trả lời của ${form}.

${whenAndWhere}

Để công tác đón tiếp được chu đáo, ${so} vui lòng xác nhận trước {replyBy}.

Nếu ${form} đã trả lời qua điện thoại hoặc công văn, xin vui lòng bỏ qua thư này.

Trân trọng cảm ơn ${form}.

${signature}`,
  ),
  'programme-changed': spoken(
    'Thay đổi thời gian: {event}',
    ({ form, please }) => `{salutation}

{host} trân trọng thông báo: {event} được tổ chức theo lịch mới như sau.

${whenAndWhere}

Câu trả lời trước đây của ${form} là cho lịch cũ. ${please} xác nhận lại trước {replyBy} để ban tổ chức sắp xếp cho phù hợp.

Rất mong ${form} thông cảm vì sự thay đổi này.

${signature}`,
  ),
  update: spoken(
    'Cập nhật thông tin: {event}',
    ({ form }) => `{salutation}

{host} xin gửi tới ${form} thông tin mới nhất về {event}.

${whenAndWhere}
Trang phục: {dressCode}

Câu trả lời của ${form} vẫn có hiệu lực, không cần xác nhận lại.

Rất hân hạnh được đón tiếp ${form}.

${signature}`,
  ),
  pass: spoken(
    'Thẻ tham dự: {event}',
    ({ form, please }) => `{salutation}

{host} xin gửi tới ${form} thẻ tham dự {event}.

${whenAndWhere}
Chỗ ngồi: {seat}
Trang phục: {dressCode}

Khi đến, xin xuất trình mã dưới đây tại bàn đón tiếp, trên màn hình điện thoại hoặc bản in. Mã này dành riêng cho ${form}.

${please} có mặt trước giờ khai mạc 15 phút.

${signature}`,
  ),
  cancellation: spoken(
    'Thông báo không tổ chức {event}',
    ({ form }) => `{salutation}

{host} rất tiếc phải thông báo: {event}, dự kiến diễn ra {when}, sẽ không được tổ chức như kế hoạch.

Thẻ tham dự và mã vào cửa đã gửi không còn giá trị.

Chúng tôi thành thật xin lỗi vì sự bất tiện này và mong được đón tiếp ${form} trong dịp khác.

${signature}`,
  ),
  withdrawal: spoken(
    'Về lời mời dự {event}',
    ({ form }) => `{salutation}

{host} xin thông báo: lời mời ${form} tham dự {event} không còn hiệu lực. Thẻ tham dự đã gửi, nếu có, không còn giá trị.

Nếu có điều gì chưa rõ, xin ${form} vui lòng liên hệ với chúng tôi.

Trân trọng cảm ơn và mong ${form} thông cảm.

${signature}`,
  ),
  'thank-you': {
    subject: 'Thư cảm ơn: {event}',
    invited: `{salutation}

{host} trân trọng cảm ơn Quý vị đã dành thời gian tham dự {event}.

Sự hiện diện và những ý kiến của Quý vị đã góp phần quan trọng vào thành công của hội nghị. Chúng tôi mong tiếp tục nhận được sự quan tâm, hợp tác của Quý vị trong thời gian tới.

Kính chúc Quý vị sức khỏe, hạnh phúc và thành công.

Trân trọng,
{host}
{inviter}`,
    summoned: `{salutation}

{host} cảm ơn đồng chí đã tham dự và đóng góp vào thành công của {event}.

Đề nghị đồng chí phổ biến những nội dung đã thống nhất tại hội nghị và triển khai các nhiệm vụ được giao.

Chúc đồng chí sức khỏe, hoàn thành tốt nhiệm vụ.

{host}
{inviter}`,
  },
  announcement: spoken(
    'Thông báo: {event}',
    ({ form }) => `{salutation}

{host} xin thông báo tới ${form} về {event}.

Trân trọng,
${signature}`,
  ),
};
