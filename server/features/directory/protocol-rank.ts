import type { Localised } from '../../../contract/localised.ts';
import type { PositionTier } from '../../../contract/protocol.ts';
import type { Message } from '../../platform/i18n/translate.ts';
import { isPositionTier } from '../../../contract/protocol.ts';
import { fold } from '../../platform/text.ts';
import { titlePatterns } from './position-titles.ts';

export interface Rank {
  /** Place of the guest's category: 1 is introduced first. */
  categoryOrder: number;
  /** Place of the organisation: 1 is the highest. */
  organisationTier: number;
  tiers: readonly string[];
  /** Years in office or in service; 0 when not known. */
  seniority?: number;
  /** By hand: up (or, below zero, down) by whole rungs, there before (after) everybody else. */
  lift: { places: number; reason: string } | null;
  /** Sort key of the name. */
  sortKey: string;
}

export interface ProtocolPlace {
  /** Compared byte by byte: category, rung, organisation, seniority, name. */
  key: string;
  /** Why somebody stands there, the strongest reason first. */
  because: Message[];
}

/** Where somebody is named at an event with this ladder, and why. */
export function protocolOrder(rank: Rank, ladder: readonly string[]): ProtocolPlace {
  const rung = highestRung(rank.tiers, ladder);
  const { categoryOrder, organisationTier, seniority = 0, lift, sortKey } = rank;
  const key = [
    digits(categoryOrder),
    digits(clamp(rung - (lift?.places ?? 0), ladder.length)),
    sideOfRung(lift),
    digits(organisationTier),
    digits(widest - clamp(seniority, widest)),
    sortKey,
  ].join('.');
  return { key, because: reasons(rank, ladder[rung]) };
}

/** The offices a title names, in its order; what is in no language understood is no office. */
export function tiersOf(position: Localised): PositionTier[] {
  const readings = [position.vi, position.ru, position.en].map((title) => tiersInTitle(title ?? ''));
  return readings.find((tiers) => tiers.length > 0) ?? [];
}

const widest = 999;

function highestRung(tiers: readonly string[], ladder: readonly string[]): number {
  const rung = ladder.findIndex((tier) => tiers.includes(tier));
  return rung === -1 ? ladder.length : rung;
}

function sideOfRung(lift: Rank['lift']): string {
  if (!lift) return '1';
  return lift.places < 0 ? '2' : '0';
}

function clamp(value: number, highest: number): number {
  return Math.min(Math.max(Math.round(value), 0), highest);
}

function digits(value: number): string {
  return String(clamp(value, widest)).padStart(3, '0');
}

function reasons(
  { categoryOrder, organisationTier, seniority = 0, lift }: Rank,
  tier: string | undefined,
): Message[] {
  return [
    { key: 'protocol.because.category', params: { order: categoryOrder } },
    ...(lift ? [liftReason(lift)] : []),
    isPositionTier(tier)
      ? { key: 'protocol.because.position', params: { tier: { key: `protocol.tier.${tier}` } } }
      : { key: 'protocol.because.no-position' },
    { key: 'protocol.because.organisation', params: { tier: organisationTier } },
    ...(seniority > 0 ? [{ key: 'protocol.because.seniority', params: { seniority } } as const] : []),
    { key: 'protocol.because.name' },
  ];
}

function liftReason({ places, reason }: { places: number; reason: string }): Message {
  if (places === 0) return { key: 'protocol.because.first-on-rung', params: { reason } };
  const key = places > 0 ? 'protocol.because.lifted' : 'protocol.because.lowered';
  return { key, params: { places: Math.abs(places), reason } };
}

function tiersInTitle(title: string): PositionTier[] {
  const parts = title.split(/[,;/\n–—]| kiêm | và | and | и /iu).map(plainTitle);
  const found = parts.map((part) => titlePatterns.find(([, pattern]) => pattern.test(part))?.[0]);
  return [...new Set(found.filter((tier) => tier !== undefined))];
}

const abbreviations: Readonly<Record<string, string>> = {
  tgd: 'tong giam doc',
  ptgd: 'pho tong giam doc',
  gd: 'giam doc',
  pgd: 'pho giam doc',
};

function plainTitle(part: string): string {
  return fold(part)
    .replace(/^(quyen|acting|и о|врио) /, '')
    .replace(/^p?t?gd\b/, (short) => abbreviations[short] ?? short);
}
