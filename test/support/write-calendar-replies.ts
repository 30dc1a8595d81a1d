import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeReply } from './calendar-replies.ts';
import type { Encoding } from './mime-parts.ts';
import { clients, type Language, type Reply, type ReplySpec, substitute } from './reply-facts.ts';

const folder = join(import.meta.dirname, '../features/replies/corpus');
const replies: readonly Reply[] = ['accept', 'decline', 'tentative', 'delegate', 'counter', 'refresh'];
const languages: readonly Language[] = ['vi', 'en', 'ru'];
const encodings: readonly Encoding[] = ['base64', 'quoted-printable', '8bit'];
const words: Record<Language, string> = {
  vi: 'Tôi đến muộn 15 phút, mong thông cảm',
  en: 'I shall be 15 minutes late, sorry',
  ru: 'Опоздаю на 15 минут, извините',
};

/** What each reply must lead to: written here by hand, not by the code that is tested. */
const outcomes: Record<Reply, { state: string; reason: string; kind: string | null }> = {
  accept: { state: 'handled', reason: 'applied', kind: 'attending' },
  decline: { state: 'handled', reason: 'applied', kind: 'declined' },
  tentative: { state: 'handled', reason: 'applied', kind: 'tentative' },
  delegate: { state: 'handled', reason: 'applied', kind: 'substitute' },
  counter: { state: 'needs-human', reason: 'counter', kind: null },
  refresh: { state: 'handled', reason: 'refresh', kind: null },
};
const applied = new Set<Reply>(['accept', 'decline', 'tentative', 'delegate']);

mkdirSync(folder, { recursive: true });
const table = clients.flatMap((client, row) =>
  replies.map((reply, column) => {
    const language = languages[(row + column) % 3] ?? 'vi';
    const encoding = encodings[(row * 2 + column) % 3] ?? 'base64';
    const comment = (row + column) % 2 === 0 ? words[language] : '';
    const spec: ReplySpec = { client, reply, language, encoding, comment };
    const name = `${client}-${reply}-${language}`;
    const { uid, email, raw } = writeReply(name, spec);
    writeFileSync(join(folder, `${name}.eml`), raw);
    return {
      file: `${name}.eml`,
      uid,
      email,
      ...outcomes[reply],
      note: applied.has(reply) ? comment : '',
      substitute: reply === 'delegate' ? substitute : null,
    };
  }),
);
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(table, null, 2)}\n`);
