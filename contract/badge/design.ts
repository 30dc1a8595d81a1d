/** Badges and labels by name, in millimetres, standing as they are usually held. */
export const badgeSizes = {
  card: { width: 86, height: 54 },
  wide: { width: 90, height: 55 },
  a7: { width: 74, height: 105 },
  a6: { width: 105, height: 148 },
  label: { width: 105, height: 74 },
  roll: { width: 62, height: 100 },
} as const;
export type NamedSize = keyof typeof badgeSizes;
export const sizeChoices = ['card', 'wide', 'a7', 'a6', 'label', 'roll', 'own'] as const;
export type SizeChoice = (typeof sizeChoices)[number];

export const orientations = ['landscape', 'portrait'] as const;
export type Orientation = (typeof orientations)[number];

/** Where the category stands in its colour. */
export const bandPlaces = ['top', 'bottom', 'none'] as const;
export type BandPlace = (typeof bandPlaces)[number];

export const qrPlaces = ['right', 'left', 'below', 'none'] as const;
export type QrPlace = (typeof qrPlaces)[number];

export const badgeAligns = ['left', 'centre'] as const;
export type BadgeAlign = (typeof badgeAligns)[number];

/** A name as the guest writes it, or in a second script below it. */
export const nameChoices = ['own', 'both'] as const;
export type NameChoice = (typeof nameChoices)[number];

/** What is printed behind; `none` for one side only. */
export const badgeBacks = ['none', 'programme'] as const;
export type BadgeBack = (typeof badgeBacks)[number];

/** What may stand on a badge beside the name. */
export const badgeFields = ['event', 'date', 'logo', 'position', 'unit', 'seat', 'code'] as const;
export type BadgeField = (typeof badgeFields)[number];

/** How the badges of an event look, or those of one category of guests. */
export interface BadgeDesign {
  size: SizeChoice;
  /** In millimetres, where the size is one's own. */
  width: number;
  height: number;
  orientation: Orientation;
  band: BandPlace;
  qr: QrPlace;
  /** Side of the code with its white border, in millimetres. */
  qrSize: number;
  align: BadgeAlign;
  names: NameChoice;
  fields: readonly BadgeField[];
  back: BadgeBack;
}

/** In millimetres: narrower than this a code and a name do not stand on one badge. */
export const badgeLimits = {
  shortest: 30,
  longest: 297,
  longSide: 50,
  qrSmallest: 22,
  qrLargest: 60,
} as const;

export const firstDesign: BadgeDesign = {
  size: 'card',
  width: 86,
  height: 54,
  orientation: 'landscape',
  band: 'bottom',
  qr: 'right',
  qrSize: 26,
  align: 'left',
  names: 'both',
  fields: ['event', 'logo', 'position', 'unit'],
  back: 'none',
};

export interface Size {
  width: number;
  height: number;
}

/** The badge as it is held: standing or lying. */
export function sizeOf({ size, width, height, orientation }: BadgeDesign): Size {
  const sides = size === 'own' ? [width, height] : [badgeSizes[size].width, badgeSizes[size].height];
  const [short, long] = [Math.min(...sides), Math.max(...sides)];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}
