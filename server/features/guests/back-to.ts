import { paths } from '../../paths.ts';

const LONGEST = 4000;

/** Where somebody came from: the list as they saw it, or else the guest's own page. Never leads elsewhere. */
export function backTo(event: { slug: string }, from: unknown, guest: string): string {
  const search = typeof from === 'string' ? from.slice(0, LONGEST) : '';
  if (search !== '') return `${paths.guests(event)}?${search}`;
  return guest === '' ? paths.guests(event) : paths.guest(event, guest);
}
