import type { Types } from 'mongoose';
import { fold } from '../../platform/text.ts';

/** By which a unit is known in an event: the organisation of the directory, otherwise the name however it is typed. */
export function unitKeyOf(unit: { organisation: Types.ObjectId | null; name: string }): string {
  return unit.organisation ? `o:${String(unit.organisation)}` : `n:${fold(unit.name)}`;
}
