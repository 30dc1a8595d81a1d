import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';

/** The parts of the product that leave traces in an event's history, by the second word of the action. */
export const auditAreas = [
  'guests',
  'events',
  'agenda',
  'invitations',
  'nominations',
  'mail',
  'attendance',
  'awards',
  'stage',
  'recap',
  'users',
  'exchange',
] as const;

/** A filter that is no filter shows everything: an old link still works. */
export const TrailQuery = z.object({
  area: z.enum(auditAreas).or(z.literal('')).catch(''),
  subject: z.string().max(limits.code).catch(''),
  after: z.string().max(limits.line).catch(''),
});
export type TrailQuery = z.infer<typeof TrailQuery>;
