import { z } from 'zod';
import { EventFile } from './format.ts';

/** The format as JSON Schema, for editors and for programs that write event files. */
export function eventFileSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(EventFile, { io: 'input' });
  return `${JSON.stringify({ $schema, title: 'Rostrum event file', ...schema }, null, 2)}\n`;
}
