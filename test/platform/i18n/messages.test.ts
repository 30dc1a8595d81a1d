import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { readCatalogue } from '../../../server/platform/i18n/messages.ts';

describe('messages', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  });
  afterEach(async () => rm(folder, { recursive: true }));

  const read = () => readCatalogue(pathToFileURL(`${folder}/`));
  const write = async (name: string, content: unknown) => {
    await writeFile(join(folder, name), JSON.stringify(content));
  };

  it('joins all files of a language and passes over everything else', async () => {
    await write('a.json', { 'a.one': '1' });
    await write('b.json', { 'b.two': '2' });
    await write('notes.txt', { 'c.three': '3' });
    expect([...read()]).to.have.deep.members([
      ['a.one', '1'],
      ['b.two', '2'],
    ]);
  });

  it('stops at a key given twice', async () => {
    await write('a.json', { 'a.one': '1' });
    await write('b.json', { 'a.one': '2' });
    expect(read).to.throw('"a.one" is given twice');
  });

  it('stops at a message that is not a text', async () => {
    await write('a.json', { 'a.one': { other: '1' } });
    expect(read).to.throw('"a.one" is not a text');
  });
});
