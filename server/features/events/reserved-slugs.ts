/** Addresses below /events that are pages of their own: no event can be called so. */
export const reservedSlugs: ReadonlySet<string> = new Set(['new', 'import']);
