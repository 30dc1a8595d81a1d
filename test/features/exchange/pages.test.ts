import { expect } from 'chai';
import { limits } from '../../../contract/limits.ts';
import { locales } from '../../../contract/locales.ts';
import { Contacts } from '../../../models/contact.ts';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Answer, TestClient } from '../../support/client.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, visibleText } from '../../support/html.ts';
import { conference, conferences } from './conferences.ts';

describe('importing and exporting by page', () => {
  useDatabase();
  let app: TestApp;
  let office: TestClient;
  before(async () => (app = await startTestApp()));
  beforeEach(emptyDatabase);
  beforeEach(async () => (office = app.as(await makeUser())));
  after(() => app.close());

  for (const { name, text } of conferences()) {
    it(`takes ${name} as a file, leads to the event and gives the same facts back`, async () => {
      const answer = await send(office, { file: text });
      expect(answer.status, visibleText(answer.text)).to.equal(303);
      expect((await office.get(answer.location)).status).to.equal(200);

      const exported = await office.get(`${answer.location}/export.json`);
      expect(exported.headers.get('content-disposition')).to.match(
        /^attachment; filename="?[a-z0-9-]+\.\d{4}-\d\d-\d\d\.json"?$/,
      );
      expect(exported.type).to.contain('application/json');
      await emptyEvents();
      const again = await send(office, { file: exported.text });
      expect((await office.get(`${again.location}/export.json`)).text).to.equal(exported.text);
    });
  }

  it('takes pasted text as well, and an address of its own', async () => {
    const text = conference('party-review-2020');
    expect((await send(office, { text, slug: 'another-address' })).location).to.equal(
      '/events/another-address',
    );
    expect((await send(office, { file: marked(text), slug: 'with-a-mark' })).location).to.equal(
      '/events/with-a-mark',
    );
  });

  it('lists every problem by its place, in the reader’s language, and writes nothing', async () => {
    const file = JSON.parse(conference('customer-conference-2020'));
    file.guests[0].organisation = 'nowhere';
    file.guests[1].email = 'not an address';
    file.event.days = ['2020-13-01'];
    file.color = 'red';
    const text = JSON.stringify(file);

    const answer = await send(office, { text });

    expect(answer.status).to.equal(422);
    const seen = visibleText(answer.text);
    for (const place of ['guests.0.organisation', 'guests.1.email', 'event.days.0', 'color'])
      expect(seen).to.contain(place);
    expect(seen).to.contain('Tệp không có đơn vị nào tên “nowhere”.').and.contain('Chưa có gì được ghi');
    expect(answer.text).to.contain('not an address');
    const russian = await send(office, { text }, `${paths.importEvent}?lang=ru`);
    expect(visibleText(russian.text)).to.contain('Ничего не записано');
    expect(await written()).to.deep.equal([0, 0, 0]);
  });

  it('says what is the matter with what is no event file', async () => {
    for (const [text, problem] of [
      ['{"format": ', 'Đây không phải tệp JSON'],
      ['[]', 'cả tệp'],
      ['null', 'format'],
      ['PK\u0003\u0004 a spreadsheet', 'Đây không phải tệp JSON'],
    ] as const) {
      const answer = await send(office, { file: text });
      expect(answer.status, text).to.equal(422);
      expect(visibleText(answer.text), text).to.contain(problem);
    }
    const nothing = await send(office, { file: '' });
    expect(nothing.status).to.equal(422);
    expect(visibleText(nothing.text)).to.contain('Hãy chọn tệp hoặc dán nội dung tệp.');
    expect(await written()).to.deep.equal([0, 0, 0]);
  });

  it('refuses an address that is taken, or that is a page of its own', async () => {
    const text = conference('party-review-2020');
    await makeEvent({ slug: 'taken' });
    for (const slug of ['taken', 'new', 'import']) {
      const answer = await send(office, { text, slug });
      expect(answer.status).to.equal(422);
      expect(visibleText(answer.text)).to.contain(`Địa chỉ “${slug}” đã thuộc về một hội nghị khác.`);
      expect(fieldValue(answer.text, 'slug')).to.equal(slug);
    }
  });

  it('reads a file of ten megabytes and refuses one of more than twenty', async () => {
    const wrong = await send(office, { file: `{"padding": "${'x'.repeat(10_000_000)}"}` });
    expect(wrong.status).to.equal(422);
    expect(visibleText(wrong.text)).to.contain('Không có trường “padding”.');
    expect(wrong.text.length).to.be.below(100_000);

    for (const part of [
      { file: 'x'.repeat(limits.eventFile + 1) },
      { text: 'x'.repeat(limits.eventFile + 1) },
    ]) {
      const large = await send(office, part);
      expect(large.status).to.equal(413);
      expect(visibleText(large.text)).to.contain('Tệp lớn hơn 20 MB.');
    }
  });

  it('survives bodies that are not what they say', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=here' };
    for (const body of ['--here\r\nnonsense', 'nothing at all', '']) {
      const answer = await office.send('POST', paths.importEvent, { body, headers: type });
      expect(answer.status, body).to.be.oneOf([400, 403]);
    }
    const large = { text: 'x'.repeat(10_000_000) };
    expect((await office.postForm(paths.importEvent, large)).status).to.equal(413);
    expect(app.takeErrors()).to.deep.equal([]);
  });

  it('asks for the token of the form, a right and an account', async () => {
    const text = conference('party-review-2020');
    const forged = multipart({ csrf: 'made-up', text });
    await office.get(paths.importEvent);
    expect((await office.send('POST', paths.importEvent, forged)).status).to.equal(403);
    expect((await app.as(null).send('POST', paths.importEvent, forged)).status).to.equal(401);
    expect((await app.as(null).get(paths.importEvent)).location).to.equal(paths.signIn);

    const viewer = await makeUser();
    const event = await makeEvent();
    await makeMembership(viewer, event, 'viewer');
    expect((await app.as(viewer).get(paths.exportEvent(event))).status).to.equal(403);
    expect((await office.get(paths.exportEvent(event))).status).to.equal(404);
    expect(await Guests.countDocuments()).to.equal(0);
  });

  for (const locale of locales) {
    it(`has every text in ${locale}`, async () => {
      const address = `${paths.importEvent}?lang=${locale}`;
      const shown = [await office.get(address), await send(office, { text: '{}', slug: 'A B' }, address)];
      for (const { text } of shown) expect(text).to.not.contain('⟦');
    });
  }
});

async function send(
  client: TestClient,
  fields: Record<string, string>,
  address = paths.importEvent,
): Promise<Answer> {
  const csrf = fieldValue((await client.get(paths.importEvent)).text, 'csrf') ?? '';
  return client.send('POST', address, multipart({ csrf, ...fields }));
}

/** A form with a file in it, as a browser sends it; `file` is the file. */
function multipart(fields: Record<string, string>): { body: string; headers: Record<string, string> } {
  const boundary = '----rostrum-test';
  const parts = Object.entries(fields).map(([name, value]) => {
    const about = name === 'file' ? '; filename="event.json"\r\nContent-Type: application/json' : '';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${about}\r\n\r\n${value}\r\n`;
  });
  return {
    body: `${parts.join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** A byte order mark at the beginning, as some editors write it. */
function marked(text: string): string {
  return `\uFEFF${text}`;
}

async function written(): Promise<number[]> {
  return Promise.all([Events.countDocuments(), Guests.countDocuments(), Contacts.countDocuments()]);
}

async function emptyEvents(): Promise<void> {
  await Promise.all([Events.deleteMany({}), Guests.deleteMany({})]);
}
