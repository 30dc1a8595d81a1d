import type { GuestImport } from '../../../models/guest-import.ts';
import type { Access } from '../access/access.ts';
import { officeAllows } from '../access/permissions.ts';

/** Whoever asks for something that goes on by itself, as much as is needed to act in their name later. */
export function actorFacts({ actor, event }: Access): GuestImport['by'] {
  const isUser = actor.kind === 'user';
  return {
    id: actor.id,
    name: actor.name,
    mayEnter: isUser && officeAllows(actor.role, 'directory.edit'),
    locale: isUser ? actor.locale : event.defaultLocale,
  };
}
