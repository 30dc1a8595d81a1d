/** The head of a letter: of an authority, of the Party, of the Youth Union, or of a firm. */
export const letterheads = ['state', 'party', 'youth', 'business'] as const;
export type Letterhead = (typeof letterheads)[number];

/** So many letters go into one file for the printer. */
export const lettersPerFile = 100;
