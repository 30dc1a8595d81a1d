/** Who sits on a seat: a guest, or the n-th person the guest brings along. */
export interface SeatedPerson {
  guest: string;
  /** 0 for the guest. */
  companion: number;
}

export function occupant(guest: string, companion: number): string {
  return companion === 0 ? guest : `${guest}+${companion}`;
}

export function personOf(who: string): SeatedPerson {
  const [guest = '', companion = '0'] = who.split('+');
  return { guest, companion: Number(companion) };
}
