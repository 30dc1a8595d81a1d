import { roomKinds } from '../../../contract/live/index.ts';
import type { WatchRequest } from '../../../contract/live/index.ts';
import type { Position } from './position.ts';

export interface Stream {
  request: WatchRequest;
  /** Where the room stood when the page was made, if the page says so. */
  position: Position | undefined;
}

/** What a page says of the room it lives by. */
export interface StreamData {
  event: string | undefined;
  room: string | undefined;
  /** `epoch/version`; without it everything live is fetched once more after joining. */
  position: string | undefined;
}

export function readStream(data: StreamData): Stream | undefined {
  const room = roomKinds.find((kind) => kind === data.room);
  if (data.event === undefined || data.event === '' || room === undefined) return undefined;
  return { request: { event: data.event, room }, position: readPosition(data.position) };
}

/** `data-stream` and `data-room` of the body; an element of the page may name another room. */
export function pageStream(): Stream | undefined {
  const page = document.body.dataset;
  const own = document.querySelector<HTMLElement>('main [data-room]')?.dataset;
  return readStream({
    event: page['stream'],
    room: own?.['room'] ?? page['room'],
    position: own?.['position'] ?? page['position'],
  });
}

function readPosition(text: string | undefined): Position | undefined {
  const [epoch, version] = (text ?? '').split('/');
  if (epoch === undefined || epoch === '' || !/^\d+$/.test(version ?? '')) return undefined;
  return { epoch, version: Number(version) };
}
