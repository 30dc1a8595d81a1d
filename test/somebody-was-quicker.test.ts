import { expect } from 'chai';
import type { Conference } from '../models/event.ts';
import type { User } from '../models/user.ts';
import { paths } from '../server/paths.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { useDatabase } from './support/database.ts';
import {
  makeAward,
  makeContact,
  makeEvent,
  makeGuest,
  makeMembership,
  makeUser,
} from './support/factories.ts';
import { fieldValue, visibleText } from './support/html.ts';

interface Case {
  page: string;
  /** What both send besides the field in which they differ. */
  fields: Record<string, string>;
  field: string;
  label: string;
  theirs: string;
  mine: string;
}

describe('a form that somebody else has saved first', () => {
  useDatabase();
  let app: TestApp;
  let user: User;
  let event: Conference;
  before(async () => {
    app = await startTestApp();
    user = await makeUser({ role: 'administrator' });
    event = await makeEvent({
      sessions: [{ id: 's1', title: { vi: 'Sáng' }, day: '2026-12-15', startsAt: '', endsAt: '', room: '' }],
    });
    await makeMembership(user, event);
  });
  after(() => app.close());

  async function expectBothVersions({ page, fields, field, label, theirs, mine }: Case): Promise<void> {
    const browser = app.as(user);
    const rev = fieldValue((await browser.get(page)).text, 'rev') ?? '';
    const saved = await browser.postForm(page, { ...fields, rev, [field]: theirs });
    expect(saved.status, visibleText(saved.text)).to.equal(303);
    const late = await browser.postForm(page, { ...fields, rev, [field]: mine });
    expect(late.status).to.equal(409);
    const [, card = ''] = /other-version-list">([\s\S]*?)<\/dl>/.exec(late.text) ?? [];
    expect(visibleText(card)).to.equal(`${label} ${theirs}`);
    expect(late.text).to.include(`value="${mine}"`);
    const again = { ...fields, rev: fieldValue(late.text, 'rev') ?? '', [field]: mine };
    expect((await browser.postForm(page, again)).status).to.equal(303);
  }

  it('shows it beside what was typed in: a guest', async () => {
    const guest = await makeGuest({ event: event._id, name: { vi: 'Lê Mai' } });
    await expectBothVersions({
      page: paths.editGuest(event, guest),
      fields: {
        'name[vi]': 'Lê Mai',
        'position[vi]': 'Chuyên viên',
        'organisationName[vi]': 'Viện Nghiên cứu',
        addressForm: 'dong-chi',
        category: 'delegate',
        side: 'guest',
        locale: 'vi',
        organisationTier: '5',
        seniority: '0',
        'secretary[mail]': 'copy',
      },
      field: 'seat',
      label: 'Chỗ ngồi',
      theirs: 'A-12',
      mine: 'B-3',
    });
  });

  it('shows it beside what was typed in: an award', async () => {
    await expectBothVersions({
      page: paths.award(event, await makeAward({ event: event._id })),
      fields: { 'title[vi]': 'Bằng khen' },
      field: 'decision[number]',
      label: 'Số quyết định',
      theirs: '12/QĐ',
      mine: '13/QĐ',
    });
  });

  it('shows it beside what was typed in: the figures', async () => {
    await expectBothVersions({
      page: paths.editFigures(event),
      fields: { 'figures[0][id]': 'f1', 'figures[0][label][vi]': 'Doanh thu' },
      field: 'figures[0][value]',
      label: 'Con số 1: Giá trị',
      theirs: '10',
      mine: '11',
    });
  });

  it('shows it beside what was typed in: the sessions', async () => {
    await expectBothVersions({
      page: paths.eventSessions(event),
      fields: {
        'sessions[0][id]': 's1',
        'sessions[0][title][vi]': 'Sáng',
        'sessions[0][day]': '2026-12-15',
      },
      field: 'sessions[0][room]',
      label: 'Phiên 1: Phòng',
      theirs: 'Phòng 1',
      mine: 'Phòng 2',
    });
  });

  it('shows it beside what was typed in: the categories', async () => {
    await expectBothVersions({
      page: paths.eventCategories(event),
      fields: { 'categories[0][id]': 'delegate', 'categories[0][order]': '1' },
      field: 'categories[0][title][vi]',
      label: 'Nhóm 1: Tên nhóm (Tiếng Việt)',
      theirs: 'Khách mời',
      mine: 'Đại biểu',
    });
  });

  it('shows it beside what was typed in: a contact', async () => {
    await expectBothVersions({
      page: paths.editContact(await makeContact({ name: { vi: 'Lê Mai' } })),
      fields: {
        'name[vi]': 'Lê Mai',
        'position[vi]': 'Chuyên viên',
        'organisationName[vi]': 'Viện Nghiên cứu',
        addressForm: 'dong-chi',
        locale: 'vi',
        seniority: '0',
      },
      field: 'phone',
      label: 'Điện thoại',
      theirs: '0912 000 001',
      mine: '0912 000 002',
    });
  });

  it('is still noticed when the late form has a mistake in it', async () => {
    const browser = app.as(user);
    const page = paths.eventSessions(event);
    const rev = fieldValue((await browser.get(page)).text, 'rev') ?? '';
    const row = { 'sessions[0][id]': 's1', 'sessions[0][title][vi]': 'Sáng' };
    await browser.postForm(page, { ...row, rev, 'sessions[0][day]': '2026-12-15' });
    const wrong = await browser.postForm(page, { ...row, rev, 'sessions[0][day]': 'hôm nay' });
    expect([wrong.status, fieldValue(wrong.text, 'rev')]).to.deep.equal([422, rev]);
  });
});
