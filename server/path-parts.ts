/** What addresses are put together from. */
export type Id = string | { toString(): string };
export interface HasSlug {
  slug: string;
}
export interface HasId {
  _id: Id;
}

export const event = (at: HasSlug): string => `/events/${at.slug}`;
export const id = (thing: HasId | Id): string =>
  typeof thing === 'object' && '_id' in thing ? String(thing._id) : String(thing);

/** A part that may hold any character; in the pattern of a route a name stays a name. */
export const part = (text: string): string => (text.startsWith(':') ? text : encodeURIComponent(text));
