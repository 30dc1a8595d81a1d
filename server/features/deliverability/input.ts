import { z } from 'zod';
import { warmUpModes } from '../../../contract/mail.ts';
import { textField } from '../../platform/http/fields.ts';

export const WarmUpInput = z.object({
  mode: z.enum(warmUpModes, { error: 'errors.choice' }),
  allowance: z.coerce.number().int().min(1).max(20_000),
});

export const DomainInput = z.object({ domain: textField(253) });
