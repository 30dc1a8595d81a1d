import { expect } from 'chai';
import { Types } from 'mongoose';
import { type Award, Awards } from '../../../models/award.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { addAward } from '../../../server/features/awards/add-award.ts';
import { NewAwardInput } from '../../../server/features/awards/input.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import {
  accessAs,
  makeAward,
  makeEvent,
  makeGuest,
  makeMembership,
  makeUser,
} from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';

const typed = {
  rev: 0,
  'title[vi]': 'Bằng khen năm 2026',
  'title[en]': 'Award of 2026',
  'decision[number]': '12/QĐ',
  'decision[date]': '2026-12-01',
  'recipients[0][kind]': 'collective',
  'recipients[0][name][vi]': 'Phòng Kỹ thuật',
  'recipients[0][citation][vi]': 'Giữ hệ thống thông suốt',
};

function recipientOf({ _id }: Guest) {
  const id = String(_id);
  return { id, kind: 'person' as const, guest: _id, name: {}, citation: {}, representedBy: null };
}

describe('the award pages', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let guest: Guest;
  let editor: TestClient;

  before(async function start() {
    app = await startTestApp();
    event = await makeEvent();
    guest = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' }, arrivedAt: new Date() });
    editor = await memberAs('editor');
  });
  after(() => app.close());

  it('add a row for one more recipient without losing a word, and save nothing yet', async () => {
    const page = await editor.postForm(paths.awards(event), { ...typed, rows: 'add:recipients:kind=person' });

    expect(page.status).to.equal(200);
    expect(fieldValue(page.text, 'title[vi]')).to.equal('Bằng khen năm 2026');
    expect(fieldValue(page.text, 'decision[number]')).to.equal('12/QĐ');
    expect(fieldValue(page.text, 'recipients[0][name][vi]')).to.equal('Phòng Kỹ thuật');
    expect(fieldValue(page.text, 'recipients[0][citation][vi]')).to.equal('Giữ hệ thống thông suốt');
    expect(fieldValue(page.text, 'recipients[1][kind]')).to.equal('person');
    expect(await Awards.countDocuments({ event: event._id })).to.equal(0);
  });

  it('say whose certificate would be printed with empty boxes, to who may print it', async () => {
    const wang = await makeGuest({ event: event._id, name: { latin: 'Wang 王小明' } });
    const award = await makeAward({ event: event._id, recipients: [guest, wang].map(recipientOf) });
    const shown = async (client: TestClient) =>
      (visibleText((await client.get(paths.awards(event))).text).match(/ô trống: .{5}/g) ?? []).map(String);

    expect(await shown(editor)).to.deep.equal(['ô trống: 王 小 明']);
    expect(await shown(await memberAs('mc'))).to.deep.equal([]);
    await Awards.deleteOne({ _id: award._id });
  });

  it('make one award of one form that is sent twice', async () => {
    const elsewhere = await makeEvent();
    const access = await accessAs('editor', { event: elsewhere });
    const award = NewAwardInput.parse({
      id: String(new Types.ObjectId()),
      rev: 0,
      title: { vi: 'Bằng khen' },
      decision: {},
    });
    const [one, two] = await Promise.all([addAward(access, award), addAward(access, award)]);

    expect(String(one._id)).to.equal(String(two._id));
    expect(await Awards.countDocuments({ event: elsewhere._id })).to.equal(1);
  });

  it('offer the id of a new award in the form', async () => {
    const page = await editor.get(`${paths.awards(event)}/new`);

    expect(fieldValue(page.text, 'id')).to.match(/^[0-9a-f]{24}$/);
  });

  it('take a row away again', async () => {
    const page = await editor.postForm(paths.awards(event), { ...typed, rows: 'drop:recipients:0' });

    expect(fieldValue(page.text, 'title[vi]')).to.equal('Bằng khen năm 2026');
    expect(fieldValue(page.text, 'recipients[0][kind]')).to.equal(undefined);
  });

  it('find a guest by name without accents and add that guest as recipient', async () => {
    const search = await editor.postForm(paths.awards(event), { ...typed, find: 'dinh cong', rows: 'find' });
    const add = elements(search.text, 'button').find(({ text }) => text.includes('Đặng Đình Công'));
    const page = await editor.postForm(paths.awards(event), {
      ...typed,
      rows: add?.attributes['value'] ?? '',
    });

    expect(fieldValue(page.text, 'recipients[1][guest]')).to.equal(String(guest._id));
    expect(visibleText(page.text)).to.include('2. Đồng chí Đặng Đình Công');
  });

  it('save an award, leave out rows that were left empty, and show who is in the hall', async () => {
    const saved = await editor.postForm(paths.awards(event), {
      ...typed,
      'recipients[1][kind]': 'person',
      'recipients[1][name][vi]': '',
      'recipients[2][kind]': 'person',
      'recipients[2][guest]': String(guest._id),
    });
    const [award] = await Awards.find({ event: event._id }).lean<Award[]>();
    const text = visibleText((await editor.get(saved.location)).text);

    expect(saved.status).to.equal(303);
    expect(
      award?.recipients.map(({ kind, name, guest: id }) => [kind, name.vi, id && String(id)]),
    ).to.deep.equal([
      ['collective', 'Phòng Kỹ thuật', null],
      ['person', undefined, String(guest._id)],
    ]);
    expect(text).to.include('Quyết định số 12/QĐ ngày 01 tháng 12 năm 2026');
    expect(text).to.match(/Phòng Kỹ thuật Chưa rõ/);
    expect(text).to.match(/Đồng chí Đặng Đình Công, [^.]*? Có mặt/);
  });

  it('show what was typed again when somebody else was quicker', async () => {
    const award = await makeAward({ event: event._id, rev: 3 });
    const answer = await editor.postForm(paths.award(event, award), { ...typed, rev: 2 });

    expect(answer.status).to.equal(409);
    expect(fieldValue(answer.text, 'title[vi]')).to.equal('Bằng khen năm 2026');
    expect(fieldValue(answer.text, 'rev')).to.equal('3');
  });

  it('name the field that is wrong', async () => {
    const answer = await editor.postForm(paths.awards(event), {
      ...typed,
      'title[vi]': '',
      'title[en]': '',
      'recipients[0][name][vi]': '',
    });

    expect(answer.status).to.equal(422);
    expect(elements(answer.text, 'a').map(({ attributes }) => attributes['href'])).to.include.members([
      '#f-title-vi',
      '#f-recipients-0-name-vi',
    ]);
  });

  it('refuse a recipient who is a guest of another event', async () => {
    const stranger = await makeGuest({ event: (await makeEvent())._id });
    const answer = await editor.postForm(paths.awards(event), {
      ...typed,
      'recipients[0][guest]': String(stranger._id),
    });

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('không có trong danh sách khách mời');
  });

  it('let the MC see and announce, but not edit', async () => {
    const mc = await memberAs('mc');
    const award = await makeAward({ event: event._id });
    const list = await mc.get(paths.awards(event));
    const announced = await mc.postForm(paths.announceAward(event, award), { announced: 'true' });

    expect(list.status).to.equal(200);
    expect(list.text).not.to.include(paths.newAward(event));
    expect(announced.status).to.equal(303);
    expect((await mc.get(paths.award(event, award))).status).to.equal(403);
    expect((await mc.get(paths.certificate(event, award, 'x'))).status).to.equal(403);
  });

  it('are closed to viewers and do not exist for strangers', async () => {
    const viewer = await memberAs('viewer');
    const stranger = app.as(await makeUser());

    expect((await viewer.get(paths.awards(event))).status).to.equal(403);
    expect((await stranger.get(paths.awards(event))).status).to.equal(404);
  });

  it('remove an award without an error behind the scenes', async () => {
    const award = await makeAward({ event: event._id, title: { vi: 'Thừa' } });
    await editor.postForm(paths.removeAward(event, award));

    expect(await Awards.findById(award._id).lean()).to.equal(null);
    expect(app.takeErrors()).to.deep.equal([]);
  });

  async function memberAs(role: 'editor' | 'mc' | 'viewer'): Promise<TestClient> {
    const user = await makeUser();
    await makeMembership(user, event, role);
    return app.as(user);
  }
});
