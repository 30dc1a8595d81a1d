import { campaignRank, rankOf } from './lane-of.ts';
import type { Road } from './take-turn.ts';

/** How many mails of which lane this process has under way, and what it may take besides. */
export interface Traffic {
  isFull(): boolean;
  road(): Road;
  enter(lane: string): void;
  leave(lane: string): void;
}

interface Widths {
  connections: number;
  /** Campaign mails a second to one domain; 0 for as fast as it goes. */
  pace: number;
  /** False where everything goes to one place that is never slow: the built-in mailbox. */
  isSpread: boolean;
}

const reserved = 2;

/** A domain that answers slowly keeps a quarter of the connections at most; two are kept for service mails. */
export function createTraffic({ connections, pace, isSpread }: Widths): Traffic {
  const underWay = new Map<string, number>();
  const perLane = isSpread ? Math.ceil(connections / 4) : connections;
  const forCampaigns = Math.max(1, connections - reserved);
  const count = (filter: (lane: string) => boolean): number =>
    [...underWay].reduce((sum, [lane, mails]) => (filter(lane) ? sum + mails : sum), 0);

  return {
    isFull: () => count(() => true) >= connections,
    road: () => ({
      ranks: count((lane) => rankOf(lane) === campaignRank) < forCampaigns ? [0, 1, campaignRank] : [0, 1],
      full: [...underWay].flatMap(([lane, mails]) => (mails >= perLane ? [lane] : [])),
      spacingMs: pace === 0 || !isSpread ? 0 : 1000 / pace,
    }),
    enter: (lane) => underWay.set(lane, (underWay.get(lane) ?? 0) + 1),
    leave(lane) {
      const left = (underWay.get(lane) ?? 1) - 1;
      if (left === 0) underWay.delete(lane);
      else underWay.set(lane, left);
    },
  };
}
