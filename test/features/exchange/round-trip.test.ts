import { expect } from 'chai';
import * as fc from 'fast-check';
import { systemAccess } from '../../../server/features/access/access.ts';
import { exportEvent } from '../../../server/features/exchange/export-event.ts';
import type { EventFile } from '../../../server/features/exchange/format.ts';
import { readEventJson } from '../../../server/features/exchange/read-event-file.ts';
import { runImport } from '../../../server/features/exchange/run-import.ts';
import { writeEventFile } from '../../../server/features/exchange/write-event-file.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { arbitraryEventFile } from './arbitrary-event-file.ts';

const system = { kind: 'system', id: 'system', name: 'Rostrum' } as const;

async function inAndOut(file: EventFile, slug: string): Promise<EventFile> {
  return exportEvent(systemAccess(await runImport(system, file, { slug })));
}

describe('export of an imported event', () => {
  useDatabase();

  it('gives the same facts back, and the next export the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEventFile, async (input) => {
        await emptyDatabase();
        const { file } = readEventJson(input);
        if (!file) throw new Error('The generator made a file with mistakes');
        const once = await inAndOut(file, file.event.slug);
        expect(once).to.deep.equal(file);

        const twice = await inAndOut(once, 'second');
        const bytes = writeEventFile({ ...twice, event: { ...twice.event, slug: file.event.slug } });
        expect(bytes).to.equal(writeEventFile(once));
      }),
      { numRuns: 25 },
    );
  });
});
