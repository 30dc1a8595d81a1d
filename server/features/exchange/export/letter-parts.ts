import { letterKinds } from '../../../../contract/letters.ts';
import type { FormalLetter } from '../../../../models/formal-letter.ts';
import type { LetterTexts, MessageTemplate } from '../../../../models/message-template.ts';
import type { FormalLetterPart, LetterPart } from '../format/letters.ts';
import { text, texts } from './values.ts';

/** The event's own letters, in the order in which an event needs them. The invitation is with the event itself. */
export function letterParts(templates: readonly MessageTemplate[]): LetterPart[] {
  return letterKinds.flatMap((kind) => {
    const own = templates.find((template) => template.kind === kind);
    return own && kind !== 'invitation' ? [{ kind, ...textsPart(own.texts) }] : [];
  });
}

export function textsPart(own: Partial<LetterTexts> | null | undefined): Omit<LetterPart, 'kind'> {
  return { vi: letterPart(own?.vi), en: letterPart(own?.en), ru: letterPart(own?.ru) };
}

function letterPart(letter: { subject?: string; body?: string } | undefined): LetterPart['vi'] {
  return { subject: text(letter?.subject), body: text(letter?.body) };
}

export function formalLetterPart(letter: FormalLetter): FormalLetterPart {
  const { signer } = letter;
  return {
    letterhead: letter.letterhead,
    superior: texts(letter.superior),
    unit: texts(letter.unit),
    number: text(letter.number),
    symbol: text(letter.symbol),
    place: texts(letter.place),
    date: text(letter.date),
    purpose: texts(letter.purpose),
    closing: texts(letter.closing),
    signer: {
      capacity: texts(signer?.capacity),
      position: texts(signer?.position),
      name: texts(signer?.name),
    },
    copies: texts(letter.copies),
    code: letter.code,
    shared: letter.shared ?? false,
  };
}
