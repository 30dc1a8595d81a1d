import type { Types } from 'mongoose';
import type { Locale } from '../../../contract/locales.ts';
import type { OfficeRole } from '../../../contract/roles.ts';

/** Who acts. Guests and secretaries act by their link, doors by the key of their device, jobs as the system. */
export type Actor =
  | { kind: 'user'; id: string; name: string; role: OfficeRole; locale: Locale }
  | { kind: 'door'; id: string; name: string; event: Types.ObjectId; profile: string }
  | { kind: 'guest'; id: string; name: string }
  | { kind: 'secretary'; id: string; name: string }
  | { kind: 'system'; id: 'system'; name: string };

export type UserActor = Extract<Actor, { kind: 'user' }>;
