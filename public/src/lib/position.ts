import type { Frame } from '../../../contract/live/index.ts';

/** How far a browser has followed one room. */
export interface Position {
  epoch: string;
  version: number;
}

export type Step = { kind: 'next' | 'missed'; position: Position } | { kind: 'old' };

/** Whether a frame continues what was seen, repeats it, or shows that something was missed. */
export function follow(position: Position | undefined, frame: Pick<Frame, 'epoch' | 'from' | 'to'>): Step {
  const reached: Position = { epoch: frame.epoch, version: frame.to };
  if (!position || position.epoch !== frame.epoch) return { kind: 'missed', position: reached };
  if (frame.to <= position.version) return { kind: 'old' };
  return { kind: frame.from === position.version ? 'next' : 'missed', position: reached };
}

/** After joining again: whether the room has moved on while we were away. */
export function sameAs(position: Position | undefined, now: Position): boolean {
  return position !== undefined && position.epoch === now.epoch && position.version === now.version;
}
