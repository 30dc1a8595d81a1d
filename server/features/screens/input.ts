import { z } from 'zod';

export const scenes = ['auto', 'welcome', 'now', 'count', 'black'] as const;
export type Scene = (typeof scenes)[number];

/** An address of a screen can be typed by hand; what it does not understand falls back to the usual. */
export const ScreenQuery = z.object({
  scene: z.enum(scenes).catch('auto'),
  greet: z.enum(['0', '1']).catch('1'),
});
