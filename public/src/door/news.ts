import type { SyncAnswer } from '../../../contract/door/sync.ts';

/** Knows what has been kept of what the server told. Rows come again, and most answers say nothing new at all. */
export interface News {
  /** What is new in it; null for nothing. */
  of: (answer: SyncAnswer) => SyncAnswer | null;
  /** From now on this is not new any more. */
  know: (answer: SyncAnswer) => void;
}

export function news(known: readonly SyncAnswer[]): News {
  const guests = new Map<string, string>();
  const passages = new Map<string, string>();
  let setting = '';

  function know(answer: SyncAnswer): void {
    if (answer.whole) {
      guests.clear();
      passages.clear();
    }
    for (const { id, mark } of answer.guests) guests.set(id, mark);
    for (const { guest, list, mark } of answer.passages) passages.set(`${list}:${guest}`, mark);
    setting = JSON.stringify(answer.setting);
  }

  for (const answer of known) know(answer);
  return {
    know,
    of(answer) {
      if (answer.whole) return answer;
      const fresh = {
        ...answer,
        guests: answer.guests.filter(({ id, mark }) => guests.get(id) !== mark),
        passages: answer.passages.filter(
          ({ guest, list, mark }) => passages.get(`${list}:${guest}`) !== mark,
        ),
      };
      const isNew = fresh.guests.length + fresh.passages.length > 0;
      return isNew || JSON.stringify(answer.setting) !== setting ? fresh : null;
    },
  };
}
