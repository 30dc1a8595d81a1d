import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const views = defineViews({ 'door-app/index': z.object({}) });
