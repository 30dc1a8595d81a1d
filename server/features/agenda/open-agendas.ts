import { type Agenda, Agendas } from '../../../models/agenda.ts';
import type { Effect } from '../../../models/fields/effects.ts';

/** Carries out the agendas that new events bring with them. An agenda that is there already stays as it is. */
export async function openAgendas(effects: readonly Effect[]): Promise<void> {
  await Agendas.bulkWrite(
    effects.map(({ data }) => {
      const { event, items } = data as { event: Agenda['_id']; items: Agenda['items'] };
      return {
        updateOne: {
          filter: { _id: event },
          update: { $setOnInsert: { items, rev: 1, effects: [] } },
          upsert: true,
        },
      };
    }),
  );
}
