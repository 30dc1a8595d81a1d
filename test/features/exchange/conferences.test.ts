import { expect } from 'chai';
import { Contacts } from '../../../models/contact.ts';
import { Events } from '../../../models/event.ts';
import { systemAccess } from '../../../server/features/access/access.ts';
import { checkImport } from '../../../server/features/exchange/check-import.ts';
import { exportEvent } from '../../../server/features/exchange/export-event.ts';
import type { EventFile } from '../../../server/features/exchange/format.ts';
import { isRecord } from '../../../server/features/exchange/json-paths.ts';
import { readEventFile } from '../../../server/features/exchange/read-event-file.ts';
import { runImport } from '../../../server/features/exchange/run-import.ts';
import { writeEventFile } from '../../../server/features/exchange/write-event-file.ts';
import { useDatabase } from '../../support/database.ts';
import { conferences } from './conferences.ts';

const system = { kind: 'system', id: 'system', name: 'Rostrum' } as const;

describe('the five conferences', () => {
  const files = conferences().map(({ text }) => read(text));

  it('say everything in three languages', () => {
    const halfSaid = files.flatMap((file) => textsIn(file).filter((text) => Object.keys(text).length !== 3));
    expect(halfSaid).to.deep.equal([]);
  });

  it('write every name in three scripts', () => {
    const scripts = files.flatMap(({ guests }) => guests.map(({ name }) => Object.keys(name)));
    expect(scripts.filter((filled) => filled.length !== 3)).to.deep.equal([]);
  });

  it('hold no address to which a mail could be sent', () => {
    const addresses = files.flatMap(({ guests, event }) => [
      event.contact.email,
      ...guests.map(({ email }) => email),
    ]);
    expect(addresses.filter((address) => address && !address.endsWith('.example'))).to.deep.equal([]);
  });

  describe('imported one after the other', () => {
    useDatabase();
    const exported = new Map<string, EventFile>();

    before(async () => {
      for (const { text } of conferences()) {
        const event = await runImport(system, await checkImport(text));
        exported.set(event.slug, await exportEvent(systemAccess(event)));
      }
    });

    it('give all their facts back', () => {
      expect([...exported.values()]).to.deep.equal(files);
    });

    it('know who came to several of them', async () => {
      const people = files.flatMap(({ guests }) => guests.map(({ email }) => email));
      expect(people.length).to.be.greaterThan(new Set(people).size);
      expect(await Contacts.countDocuments()).to.equal(new Set(people).size);
    });

    it('are the same, byte for byte, after another way in and out', async () => {
      for (const [slug, file] of exported) {
        const copy = await runImport(
          system,
          await checkImport(writeEventFile(file), { slug: `${slug}-copy` }),
        );
        const again = await exportEvent(systemAccess(copy));
        expect(writeEventFile({ ...again, event: { ...again.event, slug } })).to.equal(writeEventFile(file));
      }
      expect(await Events.countDocuments()).to.equal(2 * files.length);
    });
  });
});

function read(text: string): EventFile {
  const { file, problems } = readEventFile(text);
  expect(problems).to.deep.equal([]);
  if (!file) throw new Error('not read');
  return file;
}

/** Every text in languages there is, except those that say nothing at all. */
function textsIn(value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isRecord(value)) return [];
  const isText =
    ['vi', 'en', 'ru'].some((locale) => typeof value[locale] === 'string') && !('latin' in value);
  return isText ? [value] : Object.values(value).flatMap(textsIn);
}
