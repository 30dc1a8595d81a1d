/** How passes are printed: one on a page of A6, or eight on a sheet of A4 to be cut. */
export const passLayouts = ['a4', 'a6'] as const;
export type PassLayout = (typeof passLayouts)[number];

/** So many that a file is drawn in a few seconds. */
export const passesPerFile = 500;
