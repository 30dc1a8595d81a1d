import { momentOf } from './moment.ts';

/** `<time datetime="{{iso at}}">`: the moment for programs, in UTC. */
export function isoHelper(value: unknown): string {
  return momentOf(value, 'iso')?.toISOString() ?? '';
}
