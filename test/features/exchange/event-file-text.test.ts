import { expect } from 'chai';
import * as fc from 'fast-check';
import { readEventFile, readEventJson } from '../../../server/features/exchange/read-event-file.ts';
import { writeEventFile } from '../../../server/features/exchange/write-event-file.ts';
import { arbitraryEventFile } from './arbitrary-event-file.ts';

describe('an event file as text', () => {
  it('says the same after writing and reading, whatever was left out', () => {
    fc.assert(
      fc.property(arbitraryEventFile, (input) => {
        const { file, problems } = readEventJson(input);
        expect(problems).to.deep.equal([]);
        if (!file) return;
        const text = writeEventFile(file);
        expect(readEventFile(text)).to.deep.equal({ file, problems: [] });
      }),
      { numRuns: 150 },
    );
  });
});
