import { campaignObstacles } from '../deliverability/campaign-obstacles.ts';
import type { Installation } from '../deliverability/examine.ts';
import { rulesOf } from './kinds.ts';
import type { Addressing } from './recipients.ts';

/** Why so many letters may not leave now: they would surely be refused elsewhere. Null when nothing is in their way. */
export async function wayObstacle(
  { kind, channel }: Pick<Addressing, 'kind' | 'channel'>,
  count: number,
  installation: Installation | null,
): Promise<'deliverability.not-now' | null> {
  if (!installation || channel !== 'mail' || rulesOf(kind).purpose !== 'campaign') return null;
  const obstacles = await campaignObstacles(count, installation);
  return obstacles.length > 0 ? 'deliverability.not-now' : null;
}
