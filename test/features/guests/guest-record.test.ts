import { expect } from 'chai';
import { type GuestFacts, guestRecord } from '../../../server/features/guests/guest-record.ts';
import { standingOf } from '../../../server/features/guests/standing.ts';
import { searchTerms } from '../../../server/platform/text.ts';

const event = {
  categories: [
    { id: 'partner', title: { vi: 'Đối tác' }, order: 1, tone: '' },
    { id: 'host', title: { vi: 'Đơn vị chủ trì' }, order: 2, tone: '' },
  ],
  ladder: ['director', 'chief-engineer', 'deputy-director'],
};

function facts(given: Partial<GuestFacts> = {}): GuestFacts {
  return {
    name: { vi: 'Đặng Đình Công' },
    position: { vi: 'Giám đốc Trung tâm' },
    organisationName: { vi: 'Trung tâm CNTT&LL' },
    email: '',
    phone: '',
    category: 'host',
    delegation: '',
    seniority: 0,
    lift: null,
    ...given,
  };
}

const order = (given: Partial<GuestFacts>): string => guestRecord(facts(given), event).order;

describe('what is computed of a guest', () => {
  it('is found by name without accents, by Cyrillic, unit, telephone and delegation', () => {
    const { words, contactWords } = guestRecord(
      facts({
        name: { vi: 'Nebozhenko Viktor', ru: { family: 'Небоженко', given: 'Виктор' } },
        phone: '+84 (254) 383-9871',
        delegation: 'Đoàn Vũng Tàu',
      }),
      event,
    );
    for (const typed of ['небож', 'nebozhenko vik', 'cntt', '842543839871', 'vung tau', 'giám đốc']) {
      const all = typed.startsWith('84') ? contactWords : words;
      const found = searchTerms(typed).every((term) => all.some((word) => word.startsWith(term)));
      expect(found, typed).to.equal(true);
    }
  });

  it('reads offices from the position unless they were set by hand', () => {
    expect(guestRecord(facts(), event).tiers).to.deep.equal(['director']);
    expect(guestRecord(facts({ tiers: [] }), event).tiers).to.deep.equal([]);
  });

  it('stands by category, then rung, then by hand; without a category after all', () => {
    const inOrder = [
      order({ category: 'partner', position: { vi: 'Phó Giám đốc' } }),
      order({}),
      order({ position: { vi: 'Chánh Kỹ sư' } }),
      order({ category: '' }),
    ];
    expect(inOrder).to.deep.equal(inOrder.toSorted());
    expect(new Set(inOrder).size).to.equal(4);
    expect(
      order({ position: { vi: 'Chánh Kỹ sư' }, lift: { places: 1, reason: 'Khách danh dự' } }) < order({}),
    ).to.equal(true);
  });
});

describe('the standing of a guest', () => {
  const sent = { sentAt: new Date() };

  it('follows from state, invitation and answer, in this order of weight', () => {
    const standings = [
      standingOf({ state: 'listed', invitation: null, answer: null }),
      standingOf({ state: 'listed', invitation: { sentAt: null }, answer: null }),
      standingOf({ state: 'listed', invitation: sent, answer: null }),
      standingOf({ state: 'listed', invitation: null, answer: { kind: 'attending' } }),
      standingOf({ state: 'listed', invitation: sent, answer: { kind: 'substitute' } }),
      standingOf({ state: 'cancelled', invitation: sent, answer: { kind: 'attending' } }),
    ];
    expect(standings).to.deep.equal([
      'not-invited',
      'not-invited',
      'no-answer',
      'attending',
      'substitute',
      'cancelled',
    ]);
  });
});
