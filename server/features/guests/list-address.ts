import { paths } from '../../paths.ts';
import type { ListQuery } from './input.ts';

const usual: Partial<ListQuery> = { tab: 'all', sort: 'order' };

/** The address of the list as somebody sees it; what is as usual is left out. */
export function addressOfList(event: { slug: string }, query: Partial<ListQuery>): string {
  const told = Object.entries(query).filter(
    ([key, value]) => value && value !== usual[key as keyof ListQuery],
  );
  const search = new URLSearchParams(told.map(([key, value]) => [key, value])).toString();
  return search ? `${paths.guests(event)}?${search}` : paths.guests(event);
}
