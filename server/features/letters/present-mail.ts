import type { z } from 'zod';
import type { LetterKind } from '../../../contract/letters.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Guest } from '../../../models/guest.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import { spacedCode } from '../../platform/codes.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type EventLines, eventLines } from '../invitations/event-lines.ts';
import type { MailFacts, WrittenMail } from '../invitations/guest-mail.ts';
import { rulesOf } from './kinds.ts';
import type { LetterMail } from './mail-views.ts';
import type { MergeField } from './merge-fields.ts';
import { type Letter, letterTo, nobody } from './present-letter.ts';

export interface LetterOfKind {
  kind: LetterKind;
  texts: LetterTexts;
  /** Set when the pass goes with it. */
  passCid: string;
}

export function letterMail(
  facts: MailFacts,
  { kind, texts, passCid }: LetterOfKind,
): WrittenMail<z.input<typeof LetterMail>> {
  const { guest, event, locale, link } = facts;
  const letter = letterTo({ guest, event, texts, locale });
  const lines = eventLines(event, locale);
  const rules = rulesOf(kind);
  return {
    name: 'letter',
    subject: letter.subject,
    preheader: [lines.when, lines.venue].filter(Boolean).join(' · '),
    model: {
      title: lines.title,
      motto: lines.motto,
      paragraphs: letter.paragraphs,
      pass: passCid ? { cid: passCid, code: spacedCode(guest.code) } : null,
      facts: rules.brings.includes('facts') ? factsOf(lines, letter, locale) : [],
      signature: kind === 'invitation' && !letter.mentions.has('inviter') ? lines.inviter : null,
      note: '',
      ...buttonsOf(facts, rules.buttons),
      link,
    },
  };
}

/** Says of itself that it is one. */
export function testMail(facts: MailFacts, letter: LetterOfKind): WrittenMail<z.input<typeof LetterMail>> {
  const written = letterMail(facts, letter);
  const { locale } = facts;
  return {
    ...written,
    subject: translate(locale, 'letters.test-subject', { subject: written.subject }),
    model: { ...written.model, note: translate(locale, 'letters.test-note') },
  };
}

/** Who reads a test letter while the list of guests is empty. */
export const stranger: Guest = {
  ...nobody,
  code: '',
  seat: '',
} as unknown as Guest;

/** Only who can answer now is asked to. */
function buttonsOf(
  { guest, isOpen, link }: MailFacts,
  wanted: 'answer' | 'open' | 'none',
): Pick<z.input<typeof LetterMail>, 'accept' | 'decline' | 'open'> {
  const none = { accept: '', decline: '', open: '' };
  if (wanted === 'none' || link === '') return none;
  const asks = isOpen && (!guest.answer || guest.answer.beforeChange === true);
  if (wanted === 'open' || !asks) return { ...none, open: link };
  return { ...none, accept: `${link}?a=attending`, decline: `${link}?a=declined` };
}

/** What the text does not say itself. */
function factsOf(
  lines: EventLines,
  { mentions }: Letter,
  locale: Locale,
): { label: string; value: string }[] {
  const known: [MergeField, 'when' | 'where' | 'dress-code' | 'reply-by', string][] = [
    ['when', 'when', lines.when],
    ['where', 'where', lines.where],
    ['dressCode', 'dress-code', lines.dressCode],
    ['replyBy', 'reply-by', lines.replyBy],
  ];
  return known
    .filter(([field, , value]) => value !== '' && !mentions.has(field))
    .map(([, label, value]) => ({ label: translate(locale, `invitations.fact.${label}`), value }));
}
