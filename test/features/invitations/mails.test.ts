import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type Locale, locales } from '../../../contract/locales.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { Waves } from '../../../models/wave.ts';
import { customerConference } from '../../../server/features/events/types/customer-conference.ts';
import { passTextOf } from '../../../server/features/passes/pass-of.ts';
import { mailOrder } from '../../../server/features/invitations/mail-orders.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { readMail } from '../../../server/features/mail/read-mail.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { links, visibleText } from '../../support/html.ts';
import { answer, from, invite } from './inviting.ts';

const greetings: Record<Locale, string> = {
  vi: 'Kính gửi bà Nguyễn Thị Ngọc Huyền,',
  en: 'Dear Ms',
  ru: 'Уважаемая',
};

describe('mails about invitations', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    const wasm = await readFile(
      createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
    );
    await prepareZXingModule({
      overrides: { wasmBinary: Uint8Array.from(wasm).buffer },
      fireImmediately: true,
    });
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  const lady = {
    name: { vi: 'Nguyễn Thị Ngọc Huyền' },
    addressForm: 'ba',
    email: 'huyen@example.org',
  } as const;

  for (const locale of locales) {
    it(`invite in ${locale}, as HTML and as text, with a calendar entry at the right hour`, async () => {
      const event = await makeEvent({
        letter: customerConference.letter,
        startsAt: '08:00',
        endsAt: '11:30',
      });
      const guest = await makeGuest({ event: event._id, ...lady, locale });
      const token = await invite(event, guest);

      const mail = await sent(await letterId(guest));
      const { html, text, subject } = await readMail(bytes(mail));

      expect(subject).to.include(event.title[locale]);
      for (const part of [visibleText(html), text]) {
        expect(part).to.include(greetings[locale]).and.include(event.title[locale]).and.include('GMT+7');
        expect(part).to.not.match(/[{}⟦]/);
      }
      const own = links(html).filter((href) => href.includes('/i/'));
      expect(own).to.deep.equal(
        ['attending', 'declined'].map((kind) => `${app.url}${paths.answerLink(token)}?a=${kind}`),
      );
      expect(text).to.include(own[0]);
      const calendar = calendarOf(bytes(mail));
      expect(calendar).to.include('METHOD:REQUEST').and.include('RSVP=FALSE');
      expect(calendar).to.include('DTSTART:20261215T010000Z').and.include('DTEND:20261215T043000Z');
      expect(calendar).to.not.include(token);
    });
  }

  it('bring the pass after an acceptance: a picture that a door reads', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id, ...lady });
    const { answer: given } = await answer(await invite(event, guest), { kind: 'attending' });

    const { html, text } = await readMail(
      bytes(await sent(`${String(guest._id)}:answered:${given?.key ?? ''}`)),
    );

    const picture = /data:image\/png;base64,([\w+/=]+)/.exec(html)?.[1] ?? '';
    const [found] = await readBarcodes(new Uint8Array(Buffer.from(picture, 'base64')), {
      formats: ['QRCode'],
    });
    expect(found?.text).to.equal(await passTextOf(event, guest, app.secret('pass')));
    expect(text).to.include(guest.code.replace(/(.{4})(?=.)/g, '$1-'));
  });

  it('bring no pass when somebody declines', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id, ...lady });
    const { answer: given } = await answer(await invite(event, guest), { kind: 'declined' });

    const mail = await sent(`${String(guest._id)}:answered:${given?.key ?? ''}`);
    expect(bytes(mail).toString()).to.not.include('image/png');
    expect(visibleText((await readMail(bytes(mail))).html)).to.not.include(guest.code.slice(0, 4));
  });

  it('leave whatever a name or a letter says where it stands', async () => {
    const event = await makeEvent({
      letter: {
        ...customerConference.letter,
        vi: { subject: '{event}\r\nBcc: all@example.org', body: '{name}\n\n<b>{{salutation}}</b>' },
      },
    });
    const name = { vi: 'Hoa <img src=x>\r\nBcc: all@example.org {host}' };
    const guest = await makeGuest({ event: event._id, ...lady, name });
    await invite(event, guest);

    const raw = bytes(await sent(await letterId(guest)));
    const { html, to } = await readMail(raw);

    expect(to.map(({ address }) => address)).to.deep.equal([lady.email]);
    expect(raw.toString()).to.not.match(/^Bcc:/im);
    expect(html)
      .to.include('Hoa &lt;img')
      .and.include('{host}')
      .and.not.include('<img src=x')
      .and.not.include('<b>');
    expect(calendarOf(raw).match(/^ATTENDEE/gm)).to.have.length(1);
  });

  it('are not written for a guest who was cancelled before their turn', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id, ...lady });
    await invite(event, guest);
    await Guests.updateOne({ _id: guest._id }, { $set: { state: 'cancelled' } });
    await enqueueMail(mailOrder('link', 1, { event, guest, from }));

    const mail = await rested(`${String(guest._id)}:link:1`);
    expect([mail.state, mail.lastError?.code]).to.deep.equal(['cancelled', 'not-needed']);
  });

  it('are shown to organisers in a frame without rights, and to nobody else', async () => {
    const event = await makeEvent();
    const organiser = await makeUser();
    await makeMembership(organiser, event);
    const guest = await makeGuest({ event: event._id, ...lady });
    await invite(event, guest);
    const id = await letterId(guest);
    await sent(id);
    const desk = app.as(organiser);

    const body = await desk.get(paths.mailBody(event, id));
    const policy = body.headers.get('content-security-policy') ?? '';
    expect(policy)
      .to.include("default-src 'none'")
      .and.match(/sandbox allow-popups(?!.*allow-(scripts|same-origin))/);
    expect(visibleText((await desk.get(paths.mail(event, id))).text)).to.include('nằm trong hộp thư thử');
    expect(visibleText((await desk.get(paths.mailbox(event))).text)).to.include('chưa gửi ra ngoài');
    expect((await app.as(await makeUser()).get(paths.mailBody(event, id))).status).to.equal(404);
    const other = await makeEvent();
    await makeMembership(organiser, other);
    expect((await desk.get(paths.mailBody(other, id))).status).to.equal(404);
  });
});

/** The only letter this guest has got. */
async function letterId({ _id }: Pick<Guest, '_id'>): Promise<string> {
  const wave = await Waves.findOne({ 'selection.guests': _id }).orFail().lean();
  return `${String(_id)}:invitation:${String(wave._id)}`;
}

async function sent(id: string): Promise<OutboxMail> {
  const mail = await rested(id);
  if (mail.state !== 'sent') throw new Error(`${id} is ${mail.state}: ${JSON.stringify(mail.lastError)}`);
  return mail;
}

async function rested(id: string): Promise<OutboxMail> {
  for (let look = 0; look < 150; look += 1) {
    const mail = await OutboxMails.findById(id).lean<OutboxMail>();
    if (mail && !['queued', 'sending'].includes(mail.state)) return mail;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`${id} never rests`);
}

function bytes({ raw }: OutboxMail): Buffer {
  if (!raw) throw new Error('This mail was not composed');
  return Buffer.from(Buffer.isBuffer(raw) ? raw : Reflect.get(raw, 'buffer'));
}

/** The calendar part of a mail, unfolded. */
function calendarOf(raw: Buffer): string {
  const part = /text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw.toString())?.[1] ?? '';
  const text = part.includes('BEGIN:VCALENDAR') ? part : Buffer.from(part, 'base64').toString();
  return text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll('=3D', '=')
    .replaceAll(/\r\n /g, '');
}
