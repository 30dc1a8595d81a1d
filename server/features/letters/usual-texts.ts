import type { LetterKind } from '../../../contract/letters.ts';
import { callOf, type EventType } from '../../../contract/states.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import { templateOf } from '../events/template-of.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';
import { asCalled } from './texts/usual-text.ts';
import { vi } from './texts/vi.ts';

/** What an experienced office writes; the starting point of every letter. */
export function usualTexts(type: EventType, kind: LetterKind): LetterTexts {
  if (kind === 'invitation') return templateOf(type).letter;
  const call = callOf(type);
  return { vi: asCalled(vi[kind], call), en: asCalled(en[kind], call), ru: asCalled(ru[kind], call) };
}
