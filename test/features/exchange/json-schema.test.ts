import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { eventFileSchemaText } from '../../../server/features/exchange/json-schema.ts';

describe('the published schema of event files', () => {
  it('says what the code reads', () => {
    const published = readFileSync(
      new URL('../../../docs/exchange-format.schema.json', import.meta.url),
      'utf8',
    );
    expect(published).to.equal(
      eventFileSchemaText(),
      'docs/exchange-format.schema.json is out of date: node --import tsx scripts/exchange-schema.ts',
    );
  });
});
