import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { areaKinds, seatingLimits } from '../../../../contract/seating.ts';
import { localised, ref, words } from './text.ts';

const AreaPart = z
  .strictObject({
    ref: z.string().regex(/^[a-z0-9]{1,12}$/),
    kind: z.enum(areaKinds),
    name: localised(limits.name),
    prefix: words(12),
    rows: z.int().min(1).max(seatingLimits.tables),
    seats: z.int().min(1).max(seatingLimits.seatsPerRow),
    aisles: z.array(z.int().min(1).max(seatingLimits.seatsPerRow)).max(seatingLimits.seatsPerRow).default([]),
    keptRows: z.int().min(0).max(seatingLimits.tables).default(0),
    blocked: z.array(z.string().min(1).max(20)).max(500).default([]),
    /** Categories of this file. */
    categories: z.array(ref).max(50).default([]),
    automatic: z.boolean().default(false),
  })
  .meta({ id: 'seatingArea' });

/** The hall as it is described, and who sits where: "area:row:number". */
export const SeatingPart = z
  .strictObject({
    areas: z.array(AreaPart).min(1).max(seatingLimits.areas),
    seats: z
      .array(
        z.strictObject({
          seat: z.string().regex(/^[a-z0-9]{1,12}:\d{1,4}:\d{1,5}$/),
          /** A guest of this file. */
          guest: ref,
          /** 0 for the guest, 1 for the first person the guest brings. */
          companion: z.int().min(0).max(99).default(0),
        }),
      )
      .max(seatingLimits.seats)
      .default([]),
  })
  .meta({ id: 'seating' });
export type SeatingPart = z.infer<typeof SeatingPart>;
