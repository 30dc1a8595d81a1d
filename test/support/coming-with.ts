import type { Companion } from '../../models/fields/answer-details.ts';
import type { Guest } from '../../models/guest.ts';

/** The answer of a guest who brings these people. */
export function comingWith(names: string[]): Guest['answer'] {
  const details = { dietary: '', access: '', transport: '', photo: 'yes' as const, questions: [] };
  const companions: Companion[] = names.map((name) => ({ name, position: '' }));
  const about = { channel: 'page' as const, by: '', at: new Date(), note: '', substitute: null };
  return { kind: 'attending', ...about, details: { ...details, companions } };
}
