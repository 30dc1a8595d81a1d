let cut: (room: string) => void = () => {};

/** Connects `cutSockets` to the socket server. */
export function cutSocketsBy(cutter: (room: string) => void): void {
  cut = cutter;
}

/** Ends every connection of a room. Browsers come back by themselves and are asked again who they are. */
export function cutSockets(room: string): void {
  cut(room);
}
