import type { Types } from 'mongoose';
import { Events } from '../../../models/event.ts';
import { kept } from '../../platform/kept.ts';

const rememberedMs = 30_000;
const remembered = kept<{ host: Types.ObjectId | null; until: number }>(1000);

/** The organisation an event belongs to, asked for once for the many mails of a wave. */
export async function hostOf(event: Types.ObjectId | null): Promise<Types.ObjectId | null> {
  if (event === null) return null;
  const known = remembered.get(String(event));
  if (known && known.until > performance.now()) return known.host;
  const found = await Events.findById(event, { 'host.organisation': 1 }).lean();
  const host = found?.host.organisation ?? null;
  remembered.set(String(event), { host, until: performance.now() + rememberedMs });
  return host;
}
