import { writeFileSync } from 'node:fs';
import { eventFileSchemaText } from '../server/features/exchange/json-schema.ts';

/** Writes docs/exchange-format.schema.json anew; a test fails while it is out of date. */
writeFileSync(new URL('../docs/exchange-format.schema.json', import.meta.url), eventFileSchemaText());
