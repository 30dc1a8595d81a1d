import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

const Line = z.object({ kind: z.string(), title: z.string(), speakers: z.array(z.string()) });

export const SceneModel = z.object({
  scene: z.enum(['welcome', 'now', 'count', 'black']),
  isWelcome: z.boolean(),
  isNow: z.boolean(),
  isCount: z.boolean(),
  host: z.string(),
  title: z.string(),
  motto: z.string(),
  now: Line.nullable(),
  next: Line.nullable(),
  present: z.number(),
  expected: z.number(),
  hasExpected: z.boolean(),
});

export const ScreenModel = z.object({ source: z.string(), greets: z.boolean(), part: SceneModel });

export const views = defineViews({ 'screens/screen': ScreenModel, 'screens/_scene': SceneModel });
