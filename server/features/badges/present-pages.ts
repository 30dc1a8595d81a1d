import type { BadgePart } from '../../../contract/badge/boxes.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { qrSvg } from '../../platform/qr.ts';
import type { BadgeDrawing } from './badge-drawing.ts';
import type { Badge } from './present-badges.ts';
import type { BadgeModel, JobModel, PreviewModel, SheetModel } from './views.ts';

export interface SeenBy {
  event: Conference;
  locale: Locale;
  /** Of the design: a new logo has a new address. */
  rev: number;
  /** The picture itself, for whoever has no session to fetch it with. */
  logo?: string;
}

export function previewModel(badge: Badge | null, seen: SeenBy): PreviewModel {
  const { locale } = seen;
  if (!badge) return { badge: null, back: null, size: '', notes: [] };
  const { width, height } = badge.front;
  return {
    ...sidesOf(badge, seen),
    size: translate(locale, 'badges.true-size', { width, height }),
    notes: notesOn(badge, locale),
  };
}

export function sheetModel(badges: readonly Badge[], seen: SeenBy): SheetModel {
  const { locale } = seen;
  const troubled = badges.filter(({ missing, cut }) => missing.length + cut.length > 0);
  return {
    title: titleOf(seen.event, locale),
    pageSize: pageSizeOf(badges[0]?.front),
    trouble:
      troubled.length === 0
        ? []
        : [
            translate(locale, 'badges.trouble', { count: troubled.length }),
            ...troubled.map((badge) => `${badge.name}: ${notesOn(badge, locale).join(' ')}`),
          ],
    badges: badges.map((badge) => {
      const { badge: front, back } = sidesOf(badge, seen);
      return { front, back };
    }),
  };
}

export function jobModel(badge: Badge, seen: SeenBy): JobModel {
  const { badge: front, back } = sidesOf(badge, seen);
  return { locale: seen.locale, title: badge.name, pageSize: pageSizeOf(badge.front), front, back };
}

function sidesOf(badge: Badge, seen: SeenBy): { badge: BadgeModel; back: BadgeModel | null } {
  const { locale } = seen;
  const label = translate(locale, 'badges.front-of', { name: badge.name });
  return {
    badge: badgeModel(badge.front, { qr: badge.qr, label, seen }),
    back:
      badge.back &&
      badgeModel(badge.back.drawing, { qr: badge.back.qr, label: translate(locale, 'badges.back-of'), seen }),
  };
}

function badgeModel(
  { width, height, bands, images, lines }: BadgeDrawing,
  { qr, label, seen }: { qr: string; label: string; seen: SeenBy },
): BadgeModel {
  const logo = seen.logo ?? `${paths.badgeLogo(seen.event)}?rev=${seen.rev}`;
  const code = qr && `data:image/svg+xml;base64,${Buffer.from(qrSvg(qr)).toString('base64')}`;
  return {
    label,
    width,
    height,
    bands,
    images: images
      .map(({ kind, ...box }) => ({ ...box, href: kind === 'logo' ? logo : code }))
      .filter(({ href }) => href !== ''),
    lines: lines.map((line) => ({ ...line, weight: line.weight === 'bold' ? '600' : '400' })),
  };
}

function notesOn({ missing, cut }: Badge, locale: Locale): string[] {
  const named = (parts: readonly BadgePart[]) =>
    parts.map((part) => translate(locale, `badges.part.${part}`)).join(', ');
  return [
    ...(missing.length > 0 ? [translate(locale, 'badges.no-room', { parts: named(missing) })] : []),
    ...(cut.length > 0 ? [translate(locale, 'badges.cut-short', { parts: named(cut) })] : []),
  ];
}

function pageSizeOf(front: BadgeDrawing | undefined): string {
  const { width = 86, height = 54 } = front ?? {};
  return `${paths.badgePageSize}?w=${width}&h=${height}`;
}

export function titleOf(event: Conference, locale: Locale): string {
  return translate(locale, 'badges.sheet-title', { event: inLocale(event.title, locale) });
}
