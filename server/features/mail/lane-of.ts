import type { MailPurpose } from '../../../contract/mail.ts';
import { type LaneRank, laneRanks } from '../../../models/mail-lane.ts';

interface Queueing {
  urgent: boolean;
  purpose: MailPurpose;
  domain: string;
}

export const campaignRank = laneRanks.indexOf('campaign');

/** The queue of a mail. Whoever waits in front of the screen has one of their own. */
export function laneOf({ urgent, purpose, domain }: Queueing): string {
  const rank: LaneRank = urgent ? 'urgent' : purpose;
  return `${rank}:${domain}`;
}

export function campaignLane(domain: string): string {
  return laneOf({ urgent: false, purpose: 'campaign', domain });
}

export function rankOf(lane: string): number {
  return laneRanks.findIndex((rank) => lane.startsWith(`${rank}:`));
}

export function domainOfLane(lane: string): string {
  return lane.slice(lane.indexOf(':') + 1);
}
