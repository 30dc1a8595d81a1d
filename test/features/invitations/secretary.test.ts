import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { SecretaryLinks } from '../../../models/secretary.ts';
import { requestLink } from '../../../server/features/invitations/request-link.ts';
import { secretaryToken } from '../../../server/features/invitations/secretary/secretary-link.ts';
import { secretaryList } from '../../../server/features/invitations/secretary/secretary-list.ts';
import { sendSecretaryLink } from '../../../server/features/invitations/secretary/send-secretary-link.ts';
import { recipientsOf } from '../../../server/features/invitations/recipients-of.ts';
import { substituteList } from '../../../server/features/substitutes/substitute-list.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';
import { carryOutEffects, from, makeInvited, refusal } from './invited.ts';

const lan = { name: 'Trần Thị Lan', email: 'lan@donvi.example', phone: '0912', mail: 'copy' as const };

describe('a secretary', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function office(given: Parameters<typeof makeEvent>[0] = {}) {
    const event = await makeEvent({ days: ['2099-12-15'], ...given });
    const chiefs = [];
    for (const name of ['Nguyễn Văn Anh', 'Trần Quốc Bình', 'Lê Thị Cẩm']) {
      const { guest } = await makeInvited({ event: event._id, name: { vi: name }, secretary: lan });
      chiefs.push(guest);
    }
    const stranger = (await makeInvited({ event: event._id, name: { vi: 'Người Khác' } })).guest;
    const access = await accessAs('editor', { event });
    const sender = { from, linkKey: app.secret('guest-link') };
    const link = await sendSecretaryLink(access, lan.email, sender);
    const token = secretaryToken(app.secret('guest-link'), link);
    const browser = app.as(null);
    const answer = await browser.get(paths.secretaryLink(token));
    return { event, access, sender, chiefs, stranger, token, browser, answer };
  }

  type Office = Awaited<ReturnType<typeof office>>;

  async function confirm(
    { browser }: Office,
    id: unknown,
    { kind, ...more }: Record<string, string> & { kind: string },
  ) {
    const form = await browser.get(`${paths.secretaryGuest(String(id))}?a=${kind}`);
    const nonce = fieldValue(form.text, 'nonce') ?? '';
    return browser.postForm(paths.secretaryConfirm(String(id)), { kind, nonce, ...more });
  }

  const stored = (id: unknown) => Guests.findById(id).orFail().lean();

  it('gets one link that hides its secret, and sees all of their people and nobody else', async () => {
    const { browser, answer } = await office();

    expect([answer.status, answer.location]).to.deep.equal([303, paths.secretary]);
    expect(answer.headers.get('set-cookie')).to.match(/^rostrum-secretary=s_\w+; .*HttpOnly; SameSite=Lax/);
    expect(answer.headers.get('referrer-policy')).to.equal('no-referrer');
    const page = visibleText((await browser.get(paths.secretary)).text);
    expect(page).to.include('Nguyễn Văn Anh').and.include('Trần Quốc Bình').and.include('Lê Thị Cẩm');
    expect(page).to.include('Đã trả lời 0 trên 3').and.not.include('Người Khác');
  });

  it('answers for each of them, and it is recorded who answered and how', async () => {
    const scene = await office();
    const [anh, binh, cam] = scene.chiefs;
    await confirm(scene, anh?._id, { kind: 'attending' });
    await confirm(scene, binh?._id, { kind: 'declined', note: 'Đi công tác' });
    await confirm(scene, cam?._id, { kind: 'substitute', 'substitute[name]': 'Phạm Văn Dũng' });

    const answers = await Promise.all(scene.chiefs.map(async ({ _id }) => (await stored(_id)).answer));
    expect(answers.map((each) => [each?.kind, each?.channel, each?.by])).to.deep.equal([
      ['attending', 'secretary', 'Trần Thị Lan'],
      ['declined', 'secretary', 'Trần Thị Lan'],
      ['substitute', 'secretary', 'Trần Thị Lan'],
    ]);
    expect((await substituteList(scene.access)).waiting).to.have.length(1);
    const page = visibleText((await scene.browser.get(paths.secretary)).text);
    expect(page).to.include('Đã trả lời 3 trên 3').and.include('Phạm Văn Dũng');
  });

  it('changes nothing by opening links, and cannot answer for anybody else’s guest', async () => {
    const scene = await office();
    const [anh] = scene.chiefs;
    for (const { attributes } of elements((await scene.browser.get(paths.secretary)).text, 'a')) {
      const href = attributes['href'] ?? '';
      if (href.startsWith('/secretary')) await scene.browser.get(href);
    }
    const foreign = await confirm(scene, scene.stranger._id, { kind: 'declined' });

    expect(foreign.status).to.equal(404);
    expect((await stored(anh?._id)).answer).to.equal(null);
    expect((await stored(scene.stranger._id)).answer).to.equal(null);
  });

  it('takes back each of the answers they gave with one tap', async () => {
    const scene = await office();
    const [anh, binh, cam] = scene.chiefs;
    await confirm(scene, anh?._id, { kind: 'declined' });
    await confirm(scene, cam?._id, { kind: 'attending' });
    const page = await scene.browser.get(paths.secretary);
    const forms = elements(page.text, 'form').map(({ attributes }) => attributes['action']);

    expect(forms).to.have.members([anh, cam].map((chief) => paths.secretaryUndo(String(chief?._id))));
    const seen = (await stored(anh?._id)).answer?.at.toISOString() ?? '';
    expect((await scene.browser.postForm(paths.secretaryUndo(String(binh?._id)), { seen })).status).to.equal(
      409,
    );
    await scene.browser.postForm(paths.secretaryUndo(String(anh?._id)), { seen });
    expect((await stored(anh?._id)).standing).to.equal('no-answer');
    expect((await stored(cam?._id)).standing).to.equal('attending');
    expect(visibleText((await scene.browser.get(paths.secretary)).text)).to.include(
      'Không dự được đã hoàn tác',
    );
  });

  it('is told honestly when it is too late', async () => {
    const scene = await office({ replyBy: new Date(Date.now() - 1000) });
    const page = await scene.browser.get(paths.secretary);

    expect(visibleText(page.text)).to.include('Đã quá hạn trả lời');
    expect(elements(page.text, 'a').some(({ attributes }) => 'data-kind' in attributes)).to.equal(false);
  });

  it('gets the same link again, by an organiser or by asking for it', async () => {
    const { event, access, sender, token } = await office();
    const again = await sendSecretaryLink(access, lan.email, sender);
    expect(secretaryToken(app.secret('guest-link'), again)).to.equal(token);
    await requestLink(lan.email, { visitor: 'somebody', from });
    await carryOutEffects();

    const mails = () => OutboxMails.find({ event: event._id, kind: 'invitations.secretary' }).lean();
    await until(async () => (await mails()).length === 3);
    expect((await mails()).map(({ to }) => to.address)).to.deep.equal([lan.email, lan.email, lan.email]);
    expect(await SecretaryLinks.countDocuments({ event: event._id })).to.equal(1);
  });

  it('is nobody as long as no guest names them', async () => {
    const { access, sender } = await office();
    const refused = await refusal(sendSecretaryLink(access, 'stranger@donvi.example', sender));
    expect(refused).to.equal('secretaries.nobody');
  });

  it('gets a copy of the mails to a guest, or gets them instead, or none, as was chosen', async () => {
    const event = await makeEvent();
    const recipients = async (mail: 'copy' | 'instead' | 'none', email = 'chief@donvi.example') => {
      const guest = await makeGuest({ event: event._id, email, secretary: { ...lan, mail } });
      return recipientsOf(guest).map(({ address }) => address);
    };
    expect(await recipients('copy')).to.deep.equal(['chief@donvi.example', lan.email]);
    expect(await recipients('instead')).to.deep.equal([lan.email]);
    expect(await recipients('none')).to.deep.equal(['chief@donvi.example']);
    expect(await recipients('copy', '')).to.deep.equal([lan.email]);
  });

  it('is listed for the organisers with how many of their people are still silent', async () => {
    const scene = await office();
    await confirm(scene, scene.chiefs[0]?._id, { kind: 'attending' });
    const [line] = await secretaryList(scene.access);
    expect(line).to.deep.include({ email: lan.email, name: lan.name, guests: 3, silent: 2 });
    expect(line?.sentAt).to.be.an.instanceOf(Date);
  });
});
