import type { EventState } from '../../../contract/states.ts';

/** From each state forward, then back. */
const moves: Readonly<Record<EventState, readonly EventState[]>> = {
  draft: ['published'],
  published: ['live', 'draft'],
  live: ['closed', 'published'],
  closed: ['archived', 'live'],
  archived: ['closed'],
};

export function movesFrom(state: EventState): readonly EventState[] {
  return moves[state];
}

export function isMove(from: EventState, to: EventState): boolean {
  return moves[from].includes(to);
}
