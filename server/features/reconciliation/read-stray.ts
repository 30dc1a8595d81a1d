import { z } from 'zod';
import { passageKinds, passageMethods } from '../../../contract/attendance/facts.ts';
import type { Passage } from '../../../models/check-in.ts';
import type { StrayScan } from '../../../models/stray-scan.ts';

/** Whatever of it can be read; nothing is required, because it is what nobody understood. */
const Content = z.object({
  id: z.string().max(64).catch(''),
  kind: z.enum(passageKinds).catch('entry'),
  at: z.number().min(0).max(4e12).nullable().catch(null),
  deviceAt: z.iso.datetime({ offset: true }).nullable().catch(null),
  seq: z.int().min(0).catch(0),
  method: z.enum(passageMethods).catch('scan'),
  list: z.string().max(64).catch(''),
  guest: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .catch(''),
  offline: z.boolean().catch(true),
  uncertain: z.boolean().catch(false),
  name: z.string().trim().max(200).catch(''),
  text: z.string().trim().max(200).catch(''),
});

export interface StrayFacts {
  passage: Omit<Passage, 'id'>;
  /** What was read or typed at the door, where the device told it. */
  text: string;
  /** Whom the device meant, by their id; '' where it named nobody. */
  guest: string;
  /** The check-in list it was for; '' for that of the whole event. */
  list: string;
  /** It is a taking back, which means nobody by itself. */
  isUndo: boolean;
}

/** What a stray upload says of itself, as a passage of whoever is recognised in it. */
export function readStray(stray: StrayScan): StrayFacts {
  const { door, receivedAt, earliest } = stray;
  const read = Content.parse(contentOf(stray));
  const { kind, at, deviceAt, seq, method, list, guest, offline, uncertain, name, text } = read;
  const isUndo = kind === 'undo';
  return {
    passage: {
      kind: isUndo || kind === 'companion' ? 'entry' : kind,
      at:
        at === null
          ? receivedAt
          : new Date(Math.max(earliest?.getTime() ?? 0, Math.min(at, receivedAt.getTime()))),
      deviceAt: deviceAt === null ? null : new Date(deviceAt),
      door,
      seq,
      by: door.name,
      method,
      substitute: '',
      ...(offline ? { offline: true } : {}),
      ...(uncertain ? { uncertain: true } : {}),
    },
    list,
    guest,
    text: name || text,
    isUndo,
  };
}

/** Long content was cut off when it was kept, and some was no JSON object to begin with. */
export function contentOf({ content }: StrayScan): object {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
