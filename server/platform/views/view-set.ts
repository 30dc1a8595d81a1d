import type { z } from 'zod';

/** View names and the model each of them is rendered with. */
export type ViewSet = Readonly<Record<string, z.ZodType>>;

/** The name of a view of the set, and what may be given to it. */
export type ViewName<S extends ViewSet> = keyof S & string;
export type ViewModel<S extends ViewSet, K extends ViewName<S>> = z.input<S[K]>;

/**
 * Declares the views of a feature: `defineViews({ 'guests/index': z.object({ … }) })`. A model is plain data: what is
 * parsed in tests is rendered as it is in production, so it has no defaults and no transforms.
 */
export function defineViews<const S extends ViewSet>(views: S): S {
  return Object.freeze(views);
}
