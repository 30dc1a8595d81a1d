/** What somebody wrote, and the mail they wrote it above. */
export interface CutReply {
  written: string;
  quoted: string;
}

const longestHeader = 400;

/** Parts a reply from what it quotes: at our marker line, at the headers mail programs put before quotes, at signatures. */
export function cutReply(text: string): CutReply {
  const lines = text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .split(/\r\n|\r|\n/);
  const end = lines.findIndex((_, at) => startsQuote(lines, at));
  const above = end < 0 ? lines : lines.slice(0, end);
  const sign = above.findIndex(isSignature);
  return {
    written: (sign < 0 ? above : above.slice(0, sign)).join('\n').trim(),
    quoted: (end < 0 ? [] : lines.slice(end)).join('\n').trim(),
  };
}

function startsQuote(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (line === '') return false;
  return (
    isMarker(line) ||
    line.startsWith('>') ||
    isDivider(line) ||
    opensHeaders(lines, at) ||
    attributes(lines, at)
  );
}

/** Our own line; a mail program may have broken it in two. */
function isMarker(line: string): boolean {
  return /^[>|\s*]*##-/.test(line);
}

const dividers = [
  /^[-_=\s]*(original message|forwarded message|original appointment)[-_=\s:]*$/i,
  /^[-_=\s]*(thư gốc|tin nhắn gốc|thư được chuyển tiếp|thư đã chuyển tiếp|tin nhắn đã chuyển tiếp)[-_=\s:]*$/i,
  /^[-_=\s]*(исходное сообщение|пересылаемое сообщение|пересылаемое письмо|перенаправленное сообщение|конец пересылаемого сообщения)[-_=\s:]*$/i,
  /^(begin forwarded message|bắt đầu thư được chuyển tiếp|начало переадресованного сообщения|начало пересылаемого сообщения)\s*:?$/i,
  /^_{8,}$/,
];

function isDivider(line: string): boolean {
  return dividers.some((pattern) => pattern.test(line));
}

const fromHeader = /^\*?(from|từ|người gửi|от|от кого|отправитель)\s*:\*?\s*\S/i;
const furtherHeader =
  /^\*?(sent|date|to|subject|cc|đã gửi|ngày gửi|ngày|gửi|thời gian|đến|tới|người nhận|chủ đề|tiêu đề|отправлено|дата|кому|получатель|тема|копия)\s*:/i;

/** Outlook quotes with a block of headers: one that names the sender, and more right below it. */
function opensHeaders(lines: readonly string[], at: number): boolean {
  if (!fromHeader.test((lines[at] ?? '').trim())) return false;
  const below = lines.slice(at + 1, at + 6).filter((line) => furtherHeader.test(line.trim()));
  return below.length >= 2;
}

const verbs = /(wrote|đã viết|viết|написала?|написал\(а\)|писала?|пишет|сообщает|a écrit|schrieb)\s*:$/i;
const opening =
  /^(on|vào|ngày|lúc|le|am|\d{1,4}[./-]\d|\d{1,2} \p{L}|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|[^:]{0,80}[<(]?[\w.+-]+@)/iu;

/** "On …, somebody wrote:", in up to three lines. It has a date or an address in it and ends in a colon. */
function attributes(lines: readonly string[], at: number): boolean {
  const first = (lines[at] ?? '').trim();
  if (!opening.test(first)) return false;
  for (const count of [1, 2, 3]) {
    const text = lines
      .slice(at, at + count)
      .join(' ')
      .trim();
    if (text.length > longestHeader) return false;
    if (!text.endsWith(':')) continue;
    const hasAddress = /[\w.+-]+@[\w.-]+/.test(text);
    const hasDate = /\d{1,4}/.test(text);
    return hasDate && (hasAddress || verbs.test(text));
  }
  return false;
}

const signatures = [
  /^-- ?$/,
  /^[—–_*\s]{2,}$/,
  /^(sent|get|got) (from|via|with|using|outlook for)\b/i,
  /^(đã gửi|được gửi|gửi) (từ|bằng|qua)(?!\p{L})/iu,
  /^tải (xuống )?outlook/i,
  /^(отправлено|отправлена|послано) (с|из|через|от)(?![\p{L}])/iu,
  /^(скачать|скачайте|загрузить) outlook/i,
];

function isSignature(line: string): boolean {
  const text = line.trim();
  return text !== '' && signatures.some((pattern) => pattern.test(text));
}
