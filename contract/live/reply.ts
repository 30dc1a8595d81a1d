export interface SocketError {
  code: string;
  message: string;
}

/** What the server answers to a word. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: SocketError };
export type Answer<T> = (reply: Reply<T>) => void;
