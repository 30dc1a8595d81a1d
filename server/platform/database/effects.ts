import type { Effect } from '../../../models/fields/effects.ts';
