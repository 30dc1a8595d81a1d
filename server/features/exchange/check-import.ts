import type { Types } from 'mongoose';
import { type Conference, Events } from '../../../models/event.ts';
import { type FieldProblem, Invalid } from '../../platform/errors.ts';
import { reservedSlugs } from '../events/reserved-slugs.ts';
import type { EventFile } from './format.ts';
import { EventPart } from './format/event.ts';
import { readEventFile } from './read-event-file.ts';

export interface ImportOptions {
  /** The id of the event to be, where the same import must not be made twice. */
  id?: Types.ObjectId | undefined;
  /** Takes the place of the file's own address. */
  slug?: string | undefined;
  /** The event this is a copy of; the history tells it so. */
  clonedFrom?: Pick<Conference, '_id' | 'title'> | undefined;
}

/** Checks a whole file and writes nothing. Throws Invalid with every problem and its path. */
export async function checkImport(text: string, options: ImportOptions = {}): Promise<EventFile> {
  const { file, problems } = readEventFile(text);
  const all = [...problems, ...(await slugProblems(file, options))];
  if (!file || all.length > 0) throw new Invalid(all);
  return withSlug(file, options.slug);
}

export function withSlug(file: EventFile, slug = file.event.slug): EventFile {
  return { ...file, event: { ...file.event, slug } };
}

async function slugProblems(file: EventFile | null, { slug }: ImportOptions): Promise<FieldProblem[]> {
  const path = slug === undefined ? 'event.slug' : 'slug';
  const wanted = slug ?? file?.event.slug;
  if (wanted === undefined) return [];
  if (!EventPart.shape.slug.safeParse(wanted).success) return [{ path, key: 'errors.format', params: {} }];
  const taken = reservedSlugs.has(wanted) || (await Events.exists({ slug: wanted }));
  return taken ? [{ path, key: 'exchange.problem.slug-taken', params: { slug: wanted } }] : [];
}
