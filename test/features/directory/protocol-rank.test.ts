import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  administrationLadder,
  ladderOf,
  partyLadder,
  positionTiers,
  type PositionTier,
  youthLadder,
} from '../../../contract/protocol.ts';
import { eventTypes } from '../../../contract/states.ts';
import { protocolOrder, type Rank, tiersOf } from '../../../server/features/directory/protocol-rank.ts';

describe('tiersOf', () => {
  const titles: [title: string, ...tiers: PositionTier[]][] = [
    ['Bí thư Đảng ủy, Giám đốc Trung tâm', 'party-secretary', 'director'],
    ['Giám đốc Trung tâm', 'director'],
    ['Chánh Kỹ sư', 'chief-engineer'],
    ['Phó Chủ tịch Công đoàn Trung tâm', 'deputy-union-chair'],
    ['Phó phòng Kinh tế kế hoạch', 'deputy-head'],
    ['Phó Giám đốc', 'deputy-director'],
    ['Tổng Giám đốc', 'general-director'],
    ['Phó Tổng giám đốc', 'deputy-general-director'],
    ['Phó Tổng Giám đốc Thương mại, Đầu tư Phát triển & Dịch vụ', 'deputy-general-director'],
    ['Bí thư Chi đoàn', 'youth-secretary'],
    ['Bí thư Đoàn Vietsovpetro', 'youth-secretary'],
    ['Giám đốc', 'director'],
    ['Phó Bí thư Chi bộ kiêm Trưởng phòng Tổ chức', 'deputy-party-secretary', 'head-of-department'],
    ['Phó Tổng Giám đốc thứ nhất', 'first-deputy-general-director'],
    ['Phó Bí thư Đoàn Thanh niên', 'deputy-youth-secretary'],
    ['Chủ tịch Hội đồng thành viên', 'chairman'],
    ['Ủy viên Hội đồng quản trị', 'board-member'],
    ['Phó Chủ tịch UBND tỉnh', 'vice-chairman'],
    ['Chủ tịch Hội Cựu chiến binh', 'association-chair'],
    ['Chủ tịch Công đoàn', 'union-chair'],
    ['Ủy viên Ban Thường vụ Đảng ủy', 'party-committee-member'],
    ['Nguyên Tổng Giám đốc', 'former-leader'],
    ['Quyền Giám đốc', 'director'],
    ['PTGĐ', 'deputy-general-director'],
    ['Kế toán trưởng', 'chief-accountant'],
    ['Phó Chánh Văn phòng', 'deputy-head'],
    ['Chánh Văn phòng', 'head-of-department'],
    ['Chuyên viên chính', 'expert'],
    ['Đoàn viên', 'member'],
    ['Thư ký'],
    [''],
  ];
  for (const [title, ...tiers] of titles) {
    it(`reads “${title}” as ${tiers.join(', ') || 'no office'}`, () => {
      expect(tiersOf({ vi: title })).to.deep.equal(tiers);
      expect(tiersOf({ vi: title.toUpperCase() })).to.deep.equal(tiers);
    });
  }

  const abroad: [title: string, ...tiers: PositionTier[]][] = [
    ['Secretary of the Party Committee, Director of the Centre', 'party-secretary', 'director'],
    ['Deputy Secretary of the Party Committee', 'deputy-party-secretary'],
    ['General Director', 'general-director'],
    ['Deputy General Director for Commerce, Investment and Services', 'deputy-general-director'],
    ['Chief Engineer', 'chief-engineer'],
    ['Deputy Head of Planning, Director’s Office', 'deputy-head'],
    ['Vice-Chairman of the Trade Union', 'deputy-union-chair'],
    ['Trade Union Chairwoman', 'union-chair'],
    ['Secretary of the Youth Union', 'youth-secretary'],
    ['Head of Department', 'head-of-department'],
    ['Process Engineer', 'expert'],
    ['главный инженер Центра', 'chief-engineer'],
    ['Генеральный директор', 'general-director'],
    ['Первый заместитель генерального директора', 'first-deputy-general-director'],
    ['зам. генерального директора по коммерции', 'deputy-general-director'],
    ['секретарь партийного комитета, директор Центра', 'party-secretary', 'director'],
    ['Заместитель председателя профсоюза', 'deputy-union-chair'],
    ['Председатель профкома', 'union-chair'],
    ['Секретарь Союза молодёжи', 'youth-secretary'],
    ['Заместитель начальника отдела', 'deputy-head'],
    ['Начальник отдела планирования и экономики', 'head-of-department'],
    ['Ведущий специалист', 'expert'],
  ];
  for (const [title, ...tiers] of abroad) {
    it(`reads “${title}” as ${tiers.join(', ')}`, () => {
      expect(tiersOf({ [/[а-я]/.test(title) ? 'ru' : 'en']: title })).to.deep.equal(tiers);
    });
  }

  it('trusts the Vietnamese title when a translation says something else', () => {
    expect(tiersOf({ vi: 'Tổng Giám đốc', en: 'Director' })).to.deep.equal(['general-director']);
    expect(tiersOf({ vi: 'Cố vấn', en: 'Director' })).to.deep.equal(['director']);
  });
});

describe('protocolOrder', () => {
  const rank: Rank = { categoryOrder: 2, organisationTier: 3, tiers: ['director'], lift: null, sortKey: 'm' };
  const keyOf = (changes: Partial<Rank>, ladder = administrationLadder): string =>
    protocolOrder({ ...rank, ...changes }, ladder).key;

  it('puts the category before everything else', () => {
    expect(keyOf({ categoryOrder: 1, tiers: ['member'] }) < keyOf({ tiers: ['chairman'] })).to.equal(true);
    expect(keyOf({ categoryOrder: 9 }) < keyOf({ categoryOrder: 10 })).to.equal(true);
  });

  it('takes the highest of several offices', () => {
    const two = keyOf({ tiers: ['member', 'general-director'] });
    expect(two).to.equal(keyOf({ tiers: ['general-director'] }));
  });

  it('compares organisation, then seniority, then name on one rung', () => {
    const inOrder = [
      keyOf({ tiers: ['general-director'], organisationTier: 9 }),
      keyOf({ organisationTier: 1, sortKey: 'z' }),
      keyOf({ seniority: 30, sortKey: 'z' }),
      keyOf({ seniority: 7, sortKey: 'z' }),
      keyOf({ sortKey: 'a' }),
      keyOf({ sortKey: 'b' }),
      keyOf({ tiers: [] }),
    ];
    expect(inOrder.toSorted()).to.deep.equal(inOrder);
    expect(new Set(inOrder).size).to.equal(inOrder.length);
  });

  it('honours Party offices first in a review of Party work, Youth Union offices in theirs', () => {
    const secretary: Partial<Rank> = { tiers: ['party-secretary', 'director'] };
    const general: Partial<Rank> = { tiers: ['general-director'] };
    const youth: Partial<Rank> = { tiers: ['youth-secretary'] };
    expect(orderOn(administrationLadder)).to.deep.equal(['general', 'secretary', 'youth']);
    expect(orderOn(partyLadder)).to.deep.equal(['secretary', 'general', 'youth']);
    expect(orderOn(youthLadder)).to.deep.equal(['youth', 'secretary', 'general']);

    function orderOn(ladder: typeof administrationLadder): string[] {
      const people = Object.entries({ secretary, general, youth });
      return people
        .toSorted(([, a], [, b]) => (keyOf(a, ladder) < keyOf(b, ladder) ? -1 : 1))
        .map(([who]) => who);
    }
  });

  it('lifts by whole rungs, ahead of everybody on that rung and behind the one above', () => {
    const lifted = keyOf({ lift: { places: 2, reason: 'x' }, organisationTier: 9, sortKey: 'z' });
    const rung = administrationLadder.indexOf('director');
    const [above, target] = [rung - 3, rung - 2].map((index) => administrationLadder[index] ?? 'member');
    expect(keyOf({ tiers: [above ?? 'member'], organisationTier: 9 }) < lifted).to.equal(true);
    expect(
      lifted < keyOf({ tiers: [target ?? 'member'], organisationTier: 1, seniority: 50, sortKey: 'a' }),
    ).to.equal(true);
  });

  it('lowers behind everybody on the rung', () => {
    const lowered = keyOf({ lift: { places: -1, reason: 'x' }, organisationTier: 1, sortKey: 'a' });
    expect(
      keyOf({ tiers: ['deputy-party-secretary'], organisationTier: 9, sortKey: 'z' }) < lowered,
    ).to.equal(true);
    expect(lowered < keyOf({ tiers: ['chief-engineer'], organisationTier: 1, sortKey: 'a' })).to.equal(true);
  });

  it('keeps every lift within the ladder, so that no number breaks the order of keys', () => {
    const number = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(number, number, number, number, (places, categoryOrder, organisationTier, seniority) => {
        expect(keyOf({ categoryOrder, organisationTier, seniority, lift: { places, reason: '' } })).to.match(
          /^\d{3}\.\d{3}\.[02]\.\d{3}\.\d{3}\.m$/,
        );
      }),
    );
  });

  it('says why', () => {
    const lift = { places: 1, reason: 'Khách danh dự' };
    expect(protocolOrder({ ...rank, seniority: 12, lift }, administrationLadder).because).to.deep.equal([
      { key: 'protocol.because.category', params: { order: 2 } },
      { key: 'protocol.because.lifted', params: { places: 1, reason: 'Khách danh dự' } },
      { key: 'protocol.because.position', params: { tier: { key: 'protocol.tier.director' } } },
      { key: 'protocol.because.organisation', params: { tier: 3 } },
      { key: 'protocol.because.seniority', params: { seniority: 12 } },
      { key: 'protocol.because.name' },
    ]);
    const keys = protocolOrder({ ...rank, tiers: ['unheard-of'], lift: null }, administrationLadder).because;
    expect(keys.map(({ key }) => key)).to.include('protocol.because.no-position');
  });
});

describe('protocol ladders', () => {
  for (const type of eventTypes) {
    it(`name every office once for ${type}`, () => {
      expect(ladderOf[type]).to.have.length(positionTiers.length);
      expect(ladderOf[type]).to.have.members([...positionTiers]);
    });
  }
});
