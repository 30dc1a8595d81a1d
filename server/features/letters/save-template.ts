import { createHash } from 'node:crypto';
import type { LetterKind } from '../../../contract/letters.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import { type Conference, Events, type LetterText } from '../../../models/event.ts';
import {
  type LetterTexts,
  type MessageTemplate,
  MessageTemplates,
} from '../../../models/message-template.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { type FieldProblem, Invalid, NotFound, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import type { TemplateInput } from './input.ts';
import { loadTemplate, storedTemplate } from './load-template.ts';
import { unknownFields } from './merge-fields.ts';

const TRIES = 4;

/**
 * Saves the text of one kind of letter. Two people may write in different languages at once: each language is
 * compared by itself, and only the same language changed by both is a conflict.
 */
export async function saveTemplate(access: Access, kind: LetterKind, input: TemplateInput): Promise<void> {
  const problems = problemsOf(input.texts);
  if (problems.length > 0) throw new Invalid(problems);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const event = await freshEvent(access);
    const { texts } = await loadTemplate(event, kind);
    if (conflictsOf(texts, input).length > 0) throw new Refused('letters.conflict');
    if (await store(access, { event, kind, texts: joined(texts, input) })) return;
  }
  throw new Refused('errors.conflict-rev');
}

/** Forgets the event's own text: the usual one holds again. */
export async function forgetTemplate(access: Access, kind: LetterKind): Promise<void> {
  const empty = { subject: '', body: '' };
  const event = await freshEvent(access);
  if (!(await store(access, { event, kind, texts: { vi: empty, en: empty, ru: empty } })))
    throw new Refused('errors.conflict-rev');
}

/** The languages that somebody else has changed to something else than what is typed now. */
export function conflictsOf(stored: LetterTexts, { texts, seen }: TemplateInput): Locale[] {
  return locales.filter((locale) => {
    const current = versionOf(stored[locale]);
    const isTheirs = current !== seen[locale];
    const isMine = versionOf(texts[locale]) !== seen[locale];
    return isTheirs && isMine && versionOf(texts[locale]) !== current;
  });
}

/** Which text a form was opened on. */
export function versionOf({ subject, body }: LetterText): string {
  const plain = [subject, body].map((part) => part.replace(/\r\n?/g, '\n').trim());
  return createHash('sha256').update(plain.join('\u0000')).digest('hex').slice(0, 16);
}

/** What was typed here where it was changed here, otherwise what others have written meanwhile. */
function joined(stored: LetterTexts, { texts, seen }: TemplateInput): LetterTexts {
  const chosen = (locale: Locale): LetterText =>
    versionOf(texts[locale]) === seen[locale] ? stored[locale] : texts[locale];
  return { vi: chosen('vi'), en: chosen('en'), ru: chosen('ru') };
}

async function freshEvent({ event }: Access): Promise<Conference> {
  const fresh = await Events.findById(event._id).lean<Conference>();
  if (!fresh) throw new NotFound('errors.no-such-event');
  return fresh;
}

interface Storing {
  event: Conference;
  kind: LetterKind;
  texts: LetterTexts;
}

/** False when somebody was quicker. */
async function store(access: Access, storing: Storing): Promise<boolean> {
  return storing.kind === 'invitation' ? storeInvitation(access, storing) : storeOther(access, storing);
}

async function storeInvitation(access: Access, { event, texts }: Storing): Promise<boolean> {
  const { matchedCount } = await Events.updateOne(
    { _id: event._id, rev: event.rev },
    {
      $set: { letter: texts },
      $inc: { rev: 1 },
      $push: { effects: entryOf(access, 'invitation') },
    },
  );
  if (matchedCount > 0) settle(Events, event._id);
  return matchedCount > 0;
}

async function storeOther(access: Access, { event, kind, texts }: Storing): Promise<boolean> {
  const stored = await storedTemplate(event, kind);
  const _id = `${String(event._id)}:${kind}`;
  const effects = entryOf(access, kind);
  if (!stored) return inserted({ _id, event: event._id, kind, texts, effects: [effects] });
  const { matchedCount } = await MessageTemplates.updateOne(
    { _id, rev: stored.rev },
    { $set: { texts }, $inc: { rev: 1 }, $push: { effects } },
  );
  if (matchedCount > 0) settle(MessageTemplates, _id);
  return matchedCount > 0;
}

async function inserted(
  template: Pick<MessageTemplate, '_id' | 'event' | 'kind' | 'texts' | 'effects'>,
): Promise<boolean> {
  try {
    await MessageTemplates.create(template);
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
  settle(MessageTemplates, template._id);
  return true;
}

function entryOf(access: Access, kind: LetterKind) {
  return audit(access.actor, {
    action: 'audit.letters.template',
    event: access.event._id,
    params: { letter: kind },
  });
}

/** A field that does not exist is named, because a guest would see the braces. */
function problemsOf(texts: LetterTexts): FieldProblem[] {
  return locales.flatMap((locale) =>
    (['subject', 'body'] as const).flatMap((part) =>
      unknownFields(texts[locale][part])
        .slice(0, 1)
        .map((name) => ({
          path: `texts.${locale}.${part}`,
          key: 'letters.unknown-field' as const,
          params: { name },
        })),
    ),
  );
}
