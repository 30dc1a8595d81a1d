import type { Conference } from '../../../models/event.ts';
import { type Recap, Recaps } from '../../../models/recap.ts';

/** The news item of the event, at revision 0 while nothing of it is written. */
export async function loadRecap(event: Pick<Conference, '_id'>): Promise<Recap> {
  const recap = await Recaps.findById(event._id).lean<Recap>();
  return (
    recap ?? {
      _id: event._id,
      state: 'draft',
      headline: {},
      lead: {},
      body: {},
      photos: [],
      credits: { text: [], photos: [] },
      draftedAt: null,
      publishedAt: null,
      rev: 0,
      effects: [],
    }
  );
}

/** The news item as everybody may read it; null before it is published. */
export function publishedRecap(event: Pick<Conference, '_id'>): Promise<Recap | null> {
  return Recaps.findOne({ _id: event._id, state: 'published' }).lean<Recap>();
}
