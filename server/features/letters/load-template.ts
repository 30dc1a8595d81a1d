import type { LetterKind } from '../../../contract/letters.ts';
import { locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import {
  type LetterTexts,
  type MessageTemplate,
  MessageTemplates,
} from '../../../models/message-template.ts';
import { sameTexts } from './same-texts.ts';
import { usualTexts } from './usual-texts.ts';

export interface LoadedTemplate {
  texts: LetterTexts;
  /** False while nobody has written an own text of this kind. */
  isOwn: boolean;
}

type TemplateEvent = Pick<Conference, '_id' | 'type' | 'letter'>;

/** The text of a kind of letter: the event's own, in languages nobody wrote the usual one. */
export async function loadTemplate(event: TemplateEvent, kind: LetterKind): Promise<LoadedTemplate> {
  const stored = kind === 'invitation' ? null : await storedTemplate(event, kind);
  return completed(kind === 'invitation' ? event.letter : (stored?.texts ?? null), event, kind);
}

/** The kinds of which the event has a text of its own. */
export async function ownTemplates(event: TemplateEvent): Promise<ReadonlySet<LetterKind>> {
  const stored = await MessageTemplates.find({ event: event._id }).lean<MessageTemplate[]>();
  const texts: [LetterKind, LetterTexts][] = stored.map((template) => [template.kind, template.texts]);
  const all: [LetterKind, LetterTexts][] = [['invitation', event.letter], ...texts];
  return new Set(all.filter(([kind, own]) => completed(own, event, kind).isOwn).map(([kind]) => kind));
}

export async function storedTemplate(
  event: Pick<Conference, '_id'>,
  kind: LetterKind,
): Promise<MessageTemplate | null> {
  return MessageTemplates.findById(`${String(event._id)}:${kind}`).lean<MessageTemplate>();
}

function completed(own: LetterTexts | null, { type }: TemplateEvent, kind: LetterKind): LoadedTemplate {
  const usual = usualTexts(type, kind);
  const texts = own !== null && locales.some((locale) => own[locale].body !== '') ? own : usual;
  return { texts, isOwn: !sameTexts(texts, usual) };
}
