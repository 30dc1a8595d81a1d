import { carriers } from '../effects.ts';
import { modelsWithEffects } from '../models.ts';
import { createEffects } from '../platform/database/effects.ts';
import type { Check, Difference } from './difference.ts';

interface Carrying {
  _id: unknown;
  effects: { id: string; kind: string; dead?: boolean }[];
}

export const pendingEffects: readonly Check[] = [{ about: 'effects: all carried out', find: pending }];

async function pending(): Promise<Difference[]> {
  const found = await Promise.all(
    modelsWithEffects.map(async ({ collection }) => {
      const carrying = await collection
        .find<Carrying>(
          { 'effects.id': { $gt: '' } },
          { projection: { effects: 1 }, hint: { 'effects.id': 1 } },
        )
        .toArray();
      return carrying.flatMap(({ _id, effects }) =>
        effects.map(({ id, kind, dead }): Difference => ({
          key: `effects/${id}`,
          line: `${collection.name} ${String(_id)}: an effect of kind ${kind} ${dead ? 'failed too often and was set aside' : 'waits to be carried out'}`,
          mend: replay,
        })),
      );
    }),
  );
  return found.flat();
}

function replay(): Promise<number> {
  return createEffects({ models: modelsWithEffects, carriers }).replay();
}
