import { roomKinds } from '../../../contract/live/index.ts';
import type { WatchRequest } from '../../../contract/live/index.ts';
import type { Position } from './position.ts';

export interface Stream {
  request: WatchRequest;
  /** Where the room stood when the page was made, if the page says so. */
  position: Position | undefined;
}

/** The room a page lives by: `event/room` or `event/room/epoch/version` in `data-stream` of its body. */
export function pageStream(text: string | undefined = document.body.dataset['stream']): Stream | undefined {
  const [event, word, epoch, version] = (text ?? '').split('/');
  const room = roomKinds.find((kind) => kind === word);
  if (event === undefined || event === '' || room === undefined) return undefined;
  const known = epoch !== undefined && version !== undefined && /^\d+$/.test(version);
  return { request: { event, room }, position: known ? { epoch, version: Number(version) } : undefined };
}
