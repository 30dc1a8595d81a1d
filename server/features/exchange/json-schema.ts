import { z } from 'zod';
import { EventFile } from './format.ts';

/** The format as JSON Schema, for editors and for programs that write event files. */
export function eventFileSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(EventFile, { io: 'input' });
  return { $schema, title: 'Rostrum event file', ...schema };
}
