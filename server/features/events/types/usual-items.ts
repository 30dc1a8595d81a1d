import { item, text } from './event-template.ts';

/** What every formal meeting has, in the words in which a programme prints it. */
export const reception = item(
  'other',
  30,
  text('Đón tiếp đại biểu', 'Arrival of delegates', 'Встреча участников'),
);
export const introduction = item(
  'introduction',
  10,
  text(
    'Tuyên bố lý do, giới thiệu đại biểu',
    'Purpose of the meeting and introduction of delegates',
    'Открытие заседания, представление участников',
  ),
);
export const pause = item('break', 15, text('Nghỉ giải lao', 'Break', 'Перерыв'));
export const photograph = item(
  'other',
  10,
  text('Chụp ảnh lưu niệm', 'Group photograph', 'Общая фотография'),
);
