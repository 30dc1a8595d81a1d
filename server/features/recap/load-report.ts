import type { Conference } from '../../../models/event.ts';
import { type Report, Reports } from '../../../models/report.ts';

/** What the event reported. An event without a report has an empty one at revision 0, written with the first change. */
export async function loadReport(event: Pick<Conference, '_id'>): Promise<Report> {
  const report = await Reports.findById(event._id).lean<Report>();
  const empty = { figures: [], tasks: [], documents: [], delegations: [], rev: 0, effects: [] };
  return report ?? { _id: event._id, ...empty };
}
