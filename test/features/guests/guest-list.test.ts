import { expect } from 'chai';
import type { Types } from 'mongoose';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { addGuest } from '../../../server/features/guests/add-guest.ts';
import { delegations } from '../../../server/features/guests/delegations.ts';
import { guestList } from '../../../server/features/guests/guest-list.ts';
import { GuestInput, ListQuery } from '../../../server/features/guests/input.ts';
import { unitKey } from '../../../server/features/guests/list-filter.ts';
import { tabCounts } from '../../../server/features/guests/tab-counts.ts';
import { tally } from '../../../server/features/guests/tally.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeGuest, makeOrganisation } from '../../support/factories.ts';

const at = new Date('2026-12-01T02:00:00Z');
const answered = (kind: 'attending' | 'declined' | 'substitute' | 'tentative') => ({
  answer: { kind, channel: 'page' as const, by: 'Khách', at, note: '', substitute: null },
});
const invited = { invitation: { linkRevision: 1, linkHash: '', uid: '', sequence: 0, wave: 1, sentAt: at } };

describe('the guest list', () => {
  useDatabase();
  let access: Access;

  beforeEach(async () => {
    access = await accessAs('owner');
  });

  it('has everybody in the tabs of their standing, and the same numbers above them', async () => {
    await people({
      silent: invited,
      going: { ...answered('attending'), arrivedAt: at },
      coming: answered('attending'),
      represented: answered('substitute'),
      absent: answered('declined'),
      unsure: answered('tentative'),
      unasked: {},
      gone: { ...answered('attending'), state: 'cancelled' },
    });

    const counts = await tabCounts(access.event);
    const tabs = [
      'all',
      'no-answer',
      'attending',
      'substitute',
      'declined',
      'arrived',
      'missing',
      'cancelled',
    ] as const;
    const shown = await Promise.all(tabs.map(async (tab) => [tab, await names({ tab })] as const));

    expect(Object.fromEntries(shown)).to.deep.equal({
      all: ['silent', 'going', 'coming', 'represented', 'absent', 'unsure', 'unasked'],
      'no-answer': ['silent'],
      attending: ['going', 'coming'],
      substitute: ['represented'],
      declined: ['absent'],
      arrived: ['going'],
      missing: ['coming', 'represented'],
      cancelled: ['gone'],
    });
    for (const [tab, rows] of shown) expect(counts[tab], tab).to.equal(rows.length);
    expect(await tally(access.event)).to.deep.equal({
      listed: 7,
      invited: 6,
      attending: 2,
      declined: 1,
      tentative: 1,
      substitutes: 1,
      silent: 1,
      companions: 0,
    });
  });

  it('calls a guest bounced while their last mail has failed', async () => {
    const { lost, reached } = await people({ lost: invited, reached: invited });
    await mail(lost, 'failed', 1);
    await mail(reached, 'failed', 1);
    await mail(reached, 'sent', 2);
    expect(await names({ tab: 'bounced' })).to.deep.equal(['lost']);
    expect(await tabCounts(access.event)).to.include({ bounced: 1 });
  });

  it('finds people in any script, without accents, by every word that was typed', async () => {
    await people({
      one: { name: { vi: 'Đặng Đình Công', ru: { family: 'Данг', given: 'Динь Конг' } } },
      two: { name: { vi: 'Đặng Thị Hoa' } },
      three: { name: { latin: 'Viktor Nebozhenko', ru: { family: 'Небоженко', given: 'Виктор' } } },
    });
    const found = (q: string) => names({ q });
    expect(await found('dang')).to.deep.equal(['Đặng Đình Công', 'Đặng Thị Hoa']);
    expect(await found('cong đặng')).to.deep.equal(['Đặng Đình Công']);
    expect(await found('данг')).to.deep.equal(['Đặng Đình Công', 'Đặng Thị Hoa']);
    expect(await found('небож вик')).to.deep.equal(['Viktor Nebozhenko']);
    expect(await found('dang nebozhenko')).to.deep.equal([]);
    expect(await found('.*')).to.have.length(3);
  });

  it('combines tab, filters and search', async () => {
    await people({
      'Lan Anh': { ...answered('attending'), locale: 'en', category: 'delegate' },
      'Lan Chi': { ...answered('attending'), locale: 'en', category: '', email: 'chi@example.org' },
      'Lan Hoa': { ...answered('declined'), locale: 'en' },
    });
    expect(await names({ tab: 'attending', q: 'lan', language: 'en', 'no-email': 'true' })).to.deep.equal([
      'Lan Anh',
    ]);
    expect(await names({ q: 'lan', category: 'none' })).to.deep.equal(['Lan Chi']);
  });

  it('neither repeats nor loses a guest while others are added', async () => {
    const start = Array.from({ length: 120 }, (_, index) => [
      `Nguyễn Văn ${String(index).padStart(3, '0')}`,
      {},
    ]);
    await people(Object.fromEntries(start));
    const seen: string[] = [];
    for (let page = '', turn = 0; turn === 0 || page !== ''; turn += 1) {
      const { rows, next } = await guestList(access, ListQuery.parse({ sort: 'name', page }));
      seen.push(...rows.map(({ _id }) => String(_id)));
      page = next;
      await addGuest(access, GuestInput.parse({ name: { vi: 'Trần Thị An' }, position: { vi: 'Giám đốc' } }));
    }
    const everybody = await guestList(access, ListQuery.parse({ q: 'nguyen' }));
    expect(new Set(seen).size).to.equal(seen.length);
    expect(seen).to.include.members(everybody.rows.map(({ _id }) => String(_id)));
    expect(seen.length).to.be.at.least(120);
  });

  it('goes back over the same pages', async () => {
    await people(Object.fromEntries(Array.from({ length: 110 }, (_, index) => [`Khách ${index}`, {}])));
    const first = await guestList(access, ListQuery.parse({}));
    const second = await guestList(access, ListQuery.parse({ page: first.next }));
    const third = await guestList(access, ListQuery.parse({ page: second.next }));
    const back = await guestList(access, ListQuery.parse({ page: third.previous }));
    expect([first, second, third].map(({ rows }) => rows.length)).to.deep.equal([50, 50, 10]);
    expect(back.rows).to.deep.equal(second.rows);
    expect([first.previous, third.next]).to.deep.equal(['', '']);
  });

  it('starts at the beginning when the address of a page is not one of its own', async () => {
    await people({ only: {} });
    for (const page of ['x', 'WzFd', Buffer.from('["after","x","y"]').toString('base64url')]) {
      expect(await names({ page }), page).to.deep.equal(['only']);
    }
  });

  it('brings the guests of one organisation or one delegation together', async () => {
    const unit = await makeOrganisation({ name: { vi: 'Viện Dầu khí' } });
    const here = { organisation: unit._id, organisationName: unit.name };
    const { head, member } = await people({
      head: { ...here, headOfDelegation: true, ...answered('attending'), arrivedAt: at },
      second: { ...here, ...answered('declined') },
      member: { ...here, delegation: 'Đoàn Moskva', ...invited },
      typed: { organisation: null, organisationName: { vi: 'Công ty Tự nhập' } },
    });

    const groups = await delegations(access);

    expect(groups.map(({ name, total }) => [name.vi, total])).to.deep.equal([
      ['Viện Dầu khí', 2],
      ['Đoàn Moskva', 1],
      ['Công ty Tự nhập', 1],
    ]);
    expect(groups[0]).to.deep.include({ head: head?.name, going: 1, declined: 1, silent: 0, arrived: 1 });
    expect(groups[1]).to.deep.include({ head: null, silent: 1 });
    for (const { key, total } of groups) expect(await names({ unit: key })).to.have.length(total);
    expect(await names({ unit: member ? unitKey(member) : '' })).to.deep.equal(['member']);
  });

  async function people(all: Record<string, Partial<Guest>>): Promise<Record<string, Guest>> {
    const made: Record<string, Guest> = {};
    for (const [key, given] of Object.entries(all)) {
      made[key] = await makeGuest({ name: { vi: key }, event: access.event._id, ...given });
    }
    return made;
  }

  async function names(query: Partial<ListQuery>): Promise<string[]> {
    const { rows } = await guestList(access, ListQuery.parse(query));
    return rows.map(({ name }) => name.vi ?? name.latin ?? '');
  }

  async function mail(guest: Guest | undefined, state: 'failed' | 'sent', wave: number): Promise<void> {
    const box = { name: '', address: 'somebody@example.org' };
    const id = `${String(guest?._id)}:invitation:${wave}`;
    const queuedAt = new Date(at.getTime() + wave * 1000);
    const event: Types.ObjectId = access.event._id;
    await OutboxMails.create({
      _id: id,
      event,
      guest: guest?._id ?? null,
      kind: 'invitation',
      locale: 'vi',
      to: box,
      from: box,
      state,
      messageId: id,
      queuedAt,
    });
  }
});
