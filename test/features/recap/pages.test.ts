import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import { type Recap, Recaps } from '../../../models/recap.ts';
import { Reports } from '../../../models/report.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAgenda, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';

const written = {
  rev: 0,
  'headline[vi]': 'Một hội nghị hay',
  'lead[vi]': 'Mở đầu.',
  'body[vi]': 'Đoạn một.\r\n\r\nĐoạn hai.',
  'photos[0][caption][vi]': 'Quang cảnh',
  'photos[0][credit]': 'Đinh Văn Tiến',
  creditsText: 'Hoàng Tiến Lương\nNguyễn Văn Thành',
};

describe('the recap pages', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let editor: TestClient;

  before(async function start() {
    app = await startTestApp();
  });
  after(() => app.close());
  beforeEach(async () => {
    event = await makeEvent({ state: 'closed', title: { vi: 'Hội nghị khách hàng' } });
    editor = await memberAs('editor');
  });
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('draft an empty recap in three languages and say that it is a draft', async () => {
    const speaker = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    await makeAgenda(event, [{ kind: 'opening', title: {}, speakers: [speaker._id] }]);

    const answer = await editor.postForm(paths.draftRecap(event));
    const recap = await stored();
    const page = await editor.get(answer.location);

    expect(answer.status).to.equal(303);
    expect(recap.headline.vi).to.equal('Trung tâm Khoa học tổ chức Hội nghị khách hàng');
    expect(recap.body.vi).to.include('Đặng Đình Công');
    expect(recap.body.ru).to.include('Вступительное слово — товарищ Đặng Đình Công');
    expect(recap.draftedAt).to.be.instanceOf(Date);
    expect(visibleText(page.text)).to.include('Bản thảo do Rostrum soạn từ dữ liệu');
  });

  it('draft again into the form only, and keep the text that was there', async () => {
    await editor.postForm(paths.recap(event), written);
    const page = await editor.postForm(paths.draftRecap(event), {
      ...written,
      rev: 1,
      'body[vi]': 'Chưa lưu.',
    });

    expect(page.status).to.equal(200);
    expect(fieldValue(page.text, 'headline[vi]')).to.equal('Trung tâm Khoa học tổ chức Hội nghị khách hàng');
    expect(fieldValue(page.text, 'photos[0][credit]')).to.equal('Đinh Văn Tiến');
    expect(visibleText(page.text)).to.include('Bài trước khi soạn lại').and.include('Chưa lưu.');
    expect((await stored()).headline.vi).to.equal('Một hội nghị hay');
  });

  it('show what was typed beside what somebody else saved', async () => {
    await editor.postForm(paths.recap(event), { ...written, 'headline[vi]': 'Của người khác' });
    const late = await editor.postForm(paths.recap(event), written);
    const saved = await editor.postForm(paths.recap(event), {
      ...written,
      rev: fieldValue(late.text, 'rev') ?? '',
    });

    expect(late.status).to.equal(409);
    expect(fieldValue(late.text, 'headline[vi]')).to.equal('Một hội nghị hay');
    expect(visibleText(late.text)).to.include('Bài đang lưu của người khác').and.include('Của người khác');
    expect(saved.status).to.equal(303);
    expect((await stored()).headline.vi).to.equal('Một hội nghị hay');
  });

  it('notice a quicker editor also after rows were added', async () => {
    const more = await editor.postForm(paths.recap(event), { ...written, rows: 'add:photos' });
    await editor.postForm(paths.recap(event), { ...written, 'headline[vi]': 'Của người khác' });
    const late = await editor.postForm(paths.recap(event), {
      ...written,
      rev: fieldValue(more.text, 'rev') ?? '',
    });

    expect(fieldValue(more.text, 'photos[1][credit]')).to.equal('');
    expect(late.status).to.equal(409);
  });

  it('publish under its date, and take it back', async () => {
    const nobody = app.as(null);
    expect((await nobody.get(paths.publicRecap(event))).status).to.equal(404);

    await editor.postForm(paths.publishRecap(event), { ...written, publishedOn: '2020-10-20' });
    const page = await nobody.get(paths.publicRecap(event));
    const text = visibleText(page.text);

    expect(page.status).to.equal(200);
    for (const part of ['20/10/2020', 'Một hội nghị hay', 'Đoạn hai.', 'Quang cảnh', 'Ảnh: Đinh Văn Tiến']) {
      expect(text).to.include(part);
    }
    expect(text).to.include('Bài: Hoàng Tiến Lương và Nguyễn Văn Thành');

    await editor.postForm(paths.unpublishRecap(event), { rev: 1 });
    expect((await nobody.get(paths.publicRecap(event))).status).to.equal(404);
    expect((await stored()).body.vi).to.equal('Đoạn một.\n\nĐoạn hai.');
  });

  it('refuse to publish without a text, in the future, or before the event is public', async () => {
    const empty = await editor.postForm(paths.publishRecap(event), {
      ...written,
      'body[vi]': '',
      publishedOn: '2020-10-20',
    });
    const early = await editor.postForm(paths.publishRecap(event), { ...written, publishedOn: '2999-01-01' });
    const draft = await makeEvent({ state: 'draft' });
    const hidden = await (
      await memberAs('editor', draft)
    ).postForm(paths.publishRecap(draft), { ...written, publishedOn: '2020-10-20' });

    expect([empty.status, early.status, hidden.status]).to.deep.equal([422, 422, 409]);
    expect(fieldValue(hidden.text, 'headline[vi]')).to.equal('Một hội nghị hay');
    expect(await Recaps.countDocuments({ _id: { $in: [event._id, draft._id] } })).to.equal(0);
  });

  it('are for the office only', async () => {
    for (const role of ['mc', 'viewer'] as const) {
      const client = await memberAs(role);
      expect((await client.get(paths.recap(event))).status, role).to.equal(403);
      expect((await client.get(paths.figures(event))).status, role).to.equal(403);
      expect((await client.get(paths.previewRecap(event))).status, role).to.equal(403);
    }
  });

  it('keep figures, tasks, documents and delegations, and read them out', async () => {
    const saved = await editor.postForm(paths.editFigures(event), {
      rev: 0,
      'figures[0][label][vi]': 'Lợi nhuận sau thuế',
      'figures[0][value]': '120000',
      'figures[0][plan]': '100000',
      'figures[0][unit][vi]': 'USD',
      'figures[0][qualifier]': 'over',
      'figures[1][label][vi]': '',
      'tasks[0][text][vi]': 'Vận hành an toàn',
      'documents[0][title][vi]': 'Dự thảo nghị quyết',
      'documents[0][commentsOpen]': 'true',
      'delegations[0][side]': 'partner',
      'delegations[0][name][vi]': 'VNPT',
    });
    const report = await Reports.findById(event._id).orFail().lean();
    const page = await editor.get(saved.location);
    const text = visibleText(page.text).replaceAll('\u00A0', ' ');

    expect(report.figures.map(({ value, plan, estimate }) => ({ value, plan, estimate }))).to.deep.equal([
      { value: 120_000, plan: 100_000, estimate: false },
    ]);
    expect(text).to.include('Lợi nhuận sau thuế: trên 120.000 USD.');
    expect(text).to.include('Kế hoạch 100.000 USD, thực hiện 120%');
    expect(elements(page.text, 'rect').map(({ attributes }) => attributes['width'])).to.deep.equal([
      '100',
      '100',
    ]);
    expect(text).to.include('Đang lấy ý kiến').and.include('Đối tác, khách hàng VNPT');
  });

  it('keep the typed figures when one of them is wrong', async () => {
    const answer = await editor.postForm(paths.editFigures(event), {
      rev: 0,
      'figures[0][label][vi]': 'Doanh thu',
      'figures[0][value]': 'nhiều',
      'tasks[0][text][vi]': 'Việc phải làm',
    });

    expect(answer.status).to.equal(422);
    expect(fieldValue(answer.text, 'figures[0][value]')).to.equal('nhiều');
    expect(fieldValue(answer.text, 'tasks[0][text][vi]')).to.equal('Việc phải làm');
    expect(elements(answer.text, 'a').map(({ attributes }) => attributes['href'])).to.include(
      '#f-figures-0-value',
    );
  });

  async function memberAs(role: 'editor' | 'mc' | 'viewer', at = event): Promise<TestClient> {
    const user = await makeUser();
    await makeMembership(user, at, role);
    return app.as(user);
  }

  async function stored(): Promise<Recap> {
    return Recaps.findById(event._id).orFail().lean<Recap>();
  }
});
