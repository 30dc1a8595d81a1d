import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { textField } from '../../platform/http/fields.ts';

export const RefuseInput = z.object({ reason: textField(limits.line) });
