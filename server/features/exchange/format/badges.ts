import { z } from 'zod';
import {
  badgeAligns,
  badgeBacks,
  badgeFields,
  badgeLimits,
  bandPlaces,
  nameChoices,
  orientations,
  qrPlaces,
  sizeChoices,
} from '../../../../contract/badge/design.ts';
import { paperKinds } from '../../../../contract/badge/sheet.ts';
import { optionalRef } from './text.ts';

const LONGEST_LOGO = 600_000;
const side = z.number().min(badgeLimits.shortest).max(badgeLimits.longest);
const space = z.number().min(0).max(200);
const count = z.int().min(1).max(20);

const Design = z.strictObject({
  /** '' for everybody who has no other. */
  category: optionalRef,
  size: z.enum(sizeChoices),
  width: side,
  height: side,
  orientation: z.enum(orientations),
  band: z.enum(bandPlaces),
  qr: z.enum(qrPlaces),
  qrSize: z.number().min(badgeLimits.qrSmallest).max(badgeLimits.qrLargest),
  align: z.enum(badgeAligns),
  names: z.enum(nameChoices),
  fields: z.array(z.enum(badgeFields)).max(badgeFields.length).default([]),
  back: z.enum(badgeBacks),
});

const Paper = z.strictObject({
  kind: z.enum(paperKinds),
  columns: count,
  rows: count,
  left: space,
  top: space,
  gapX: space,
  gapY: space,
});

const pixels = z.int().min(1).max(20_000);
const Logo = z.strictObject({
  type: z.enum(['image/png', 'image/jpeg']),
  /** Base64. */
  data: z.base64().max(LONGEST_LOGO),
  width: pixels,
  height: pixels,
});

/** How badges look and on what they are printed; what was printed for whom stays behind. */
export const BadgesPart = z
  .strictObject({
    designs: z.array(Design).max(100).default([]),
    paper: Paper,
    logo: Logo.nullable().default(null),
  })
  .meta({ id: 'badges' });
export type BadgesPart = z.infer<typeof BadgesPart>;
