import { type CutReply, cutReply } from './cut-reply.ts';
import { type SpokenAnswer, spoken, spokenPlain, withoutAccents } from './phrases.ts';

export interface TextReply extends CutReply {
  /** Null when the first line is not, word for word, one of the phrases we know. */
  kind: SpokenAnswer | null;
  /** What was written below it. */
  note: string;
}

const mostWords = 6;
const longestNote = 2_000;

/** Reads a reply in plain text. In doubt it is left to a person: a wrong answer costs a guest the seat. */
export function readText(text: string): TextReply {
  const { written, quoted } = cutReply(text);
  const lines = written.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => line !== '');
  const rest = lines
    .slice(first + 1)
    .join('\n')
    .trim();
  const kind = first < 0 ? null : readPhrase(lines[first] ?? '');
  const settled = kind && !speaksAgainst(kind, rest) ? kind : null;
  return { written, quoted, kind: settled, note: settled ? withoutFarewell(rest).slice(0, longestNote) : '' };
}

/** One line: an answer when it is a known phrase and nothing else. */
export function readPhrase(line: string): SpokenAnswer | null {
  const words = wordsOf(line);
  if (words.length === 0 || words.length > mostWords || line.includes('?')) return null;
  const core = coreOf(words);
  return known(words.join(' ')) ?? (core === '' ? null : known(core));
}

function known(phrase: string): SpokenAnswer | null {
  const exact = spoken.get(phrase);
  if (exact) return exact;
  return withoutAccents(phrase) === phrase ? (spokenPlain.get(phrase) ?? null) : null;
}

function wordsOf(line: string): string[] {
  return line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{M}\p{N}'\s]+/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter(Boolean);
}

// Pronouns and courtesies say nothing about coming. Whatever has a meaning of its own, such as "vâng", is not here.
const before = new Set(
  'dạ da thưa thua tôi toi em anh chị chi cháu chau mình minh tớ chúng bọn ta i we я мы'.split(' '),
);
const after = new Set(
  'ạ a ah nhé nhe nha nhá ạh anh chị chi bạn ban em btc thanks thx спасибо благодарю'.split(' '),
);
const courtesies = [
  'xin cảm ơn',
  'xin cám ơn',
  'cảm ơn',
  'cám ơn',
  'xin cam on',
  'cam on',
  'xin trân trọng cảm ơn',
  'trân trọng cảm ơn',
  'thank you very much',
  'thank you',
  'many thanks',
  'please',
  'спасибо за приглашение',
  'большое спасибо',
];

function coreOf(words: readonly string[]): string {
  let left = [...words];
  for (let trimmed = true; trimmed;) {
    trimmed = false;
    const length = left.length;
    if (length > 1 && before.has(left[0] ?? '')) left = left.slice(1);
    if (left.length > 1 && after.has(left.at(-1) ?? '')) left = left.slice(0, -1);
    left = withoutCourtesy(left);
    trimmed = left.length < length;
  }
  return left.join(' ');
}

function withoutCourtesy(words: readonly string[]): string[] {
  const text = words.join(' ');
  const found = courtesies.find((courtesy) => text.endsWith(` ${courtesy}`));
  return found ? text.slice(0, -found.length).trim().split(' ') : [...words];
}

const refusing =
  /(^|[^\p{L}])(không|ko|khong|bận|ban ron|tiếc|vắng|hủy|huỷ|no|not|cannot|can't|won't|unable|unfortunately|sorry|regret|decline|cancel|нет|не|увы|сожалению|отказ\p{L}*|отмен\p{L}*)(?![\p{L}])/iu;
const agreeing =
  /(^|[^\p{L}])(sẽ đến|sẽ tham dự|sẽ dự|có thể|vẫn|nhưng|yes|will|but|however|able|maybe|perhaps|да|буду|приду|смогу|но|возможно)(?![\p{L}])/iu;
const doubting =
  /(^|[^\p{L}])(chưa|có lẽ|có thể|nếu|maybe|perhaps|might|if|unless|если|возможно|наверное)(?![\p{L}])/iu;

/** Whether what follows may take the first line back. */
function speaksAgainst(kind: SpokenAnswer, rest: string): boolean {
  const text = rest.normalize('NFC').replace(/[\u2018\u2019]/g, "'");
  switch (kind) {
    case 'attending':
      return refusing.test(text) || doubting.test(text);
    case 'declined':
      return agreeing.test(text) || doubting.test(text);
    case 'tentative':
      return false;
  }
}

const farewell =
  /^(trân trọng|kính thư|thân mến|thân ái|xin cảm ơn|cảm ơn|best|best regards|kind regards|regards|sincerely|thanks|thank you|с уважением|спасибо)[\s,.!]*$/i;

/** The name below a farewell is the guest's own; we know it. */
function withoutFarewell(rest: string): string {
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => farewell.test(line.trim()));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
}
