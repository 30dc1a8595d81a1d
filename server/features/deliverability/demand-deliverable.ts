import { Refused } from '../../platform/errors.ts';
import { campaignObstacles } from './campaign-obstacles.ts';
import type { Installation } from './examine.ts';

/** Refuses a large campaign that would surely be refused elsewhere. */
export async function demandDeliverable(count: number, installation: Installation): Promise<void> {
  const obstacles = await campaignObstacles(count, installation);
  if (obstacles.length > 0) throw new Refused('deliverability.not-now');
}
