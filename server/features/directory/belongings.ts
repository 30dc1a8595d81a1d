import type { MessageKey } from '../../../locales/keys.ts';

interface Belongings {
  units: number;
  contacts: number;
}

/** Why an organisation cannot be archived yet; null when nothing and nobody belongs to it any more. */
export function whyInUse({ units, contacts }: Belongings): MessageKey | null {
  if (units > 0 && contacts > 0) return 'directory.in-use.both';
  if (units > 0) return 'directory.in-use.units';
  return contacts > 0 ? 'directory.in-use.contacts' : null;
}
