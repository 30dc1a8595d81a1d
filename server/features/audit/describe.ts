import type { Locale } from '../../../contract/locales.ts';
import type { AuditEntry } from '../../../models/audit-entry.ts';
import { messageText } from '../../platform/i18n/messages.ts';
import { translate, translateKey } from '../../platform/i18n/translate.ts';

/** Parameters that are stored as one of the product's words are told in the reader's. */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  role: ['states.event-role', 'states.office-role'],
  state: ['states.event', 'states.guest', 'states.mail'],
  channel: ['states.channel'],
  answer: ['states.answer'],
  standing: ['states.standing'],
  letter: ['letters.kind'],
  way: ['letters.channel'],
  decision: ['reconciliation.kind'],
};

/** The sentence of an entry. Only facts are stored, so every reader has it in their own language. */
export function describe(locale: Locale, { action, params }: Pick<AuditEntry, 'action' | 'params'>): string {
  if (messageText(locale, action) === undefined) return translate(locale, 'history.unknown', { action });
  const told = Object.entries(params).map(([key, value]) => [key, inWords(locale, key, value)]);
  return translateKey(locale, action, Object.fromEntries(told) as AuditEntry['params']);
}

/** Who did it; doors, guests and the system say what they are. */
export function describeActor(locale: Locale, { kind, name }: AuditEntry['actor']): string {
  if (kind === 'user') return name;
  return translate(locale, `history.actor.${kind}`, { name });
}

function inWords(locale: Locale, key: string, value: string | number): string | number {
  const known = vocabularies[key]?.map((words) => `${words}.${value}`);
  const message = known?.find((candidate) => messageText(locale, candidate) !== undefined);
  return message ? translateKey(locale, message) : value;
}
