import { expect } from 'chai';
import * as fc from 'fast-check';
import { doubleDecisions } from '../../../contract/attendance/decisions.ts';
import { foldFacts } from '../../../contract/attendance/fold.ts';
import { DAY_STARTS_AT } from '../../../contract/attendance/rules.ts';
import type { Passage } from '../../../models/check-in.ts';
import type { Stands } from '../../../models/fields/decision.ts';
import { factOf } from '../../../server/features/attendance/fold-check-in.ts';
import { planDecision } from '../../../server/features/reconciliation/plan-decision.ts';

const rule = { rule: 'once', times: 1, timeZone: 'UTC', dayStartsAt: DAY_STARTS_AT } as const;
const [guest, other] = ['0123456789abcdef01234567', '89abcdef0123456789abcdef'];
const at = new Date('2026-12-15T01:00:00Z');

function entry(id: string, minutes: number, door: string): Passage {
  return {
    id,
    kind: 'entry',
    at: new Date(at.getTime() + minutes * 60_000),
    deviceAt: null,
    door: { id: door, name: door },
    seq: 1,
    by: 'Lan',
    method: 'scan',
    substitute: '',
  };
}

/** What a chain of decisions about the second of two entries comes to, with both guests. */
function after(kinds: readonly (typeof doubleDecisions)[number][]) {
  const [first, second] = [entry('first', 0, 'A'), entry('second', 5, 'B')];
  const passages = new Map([
    [guest, [first, second]],
    [other, []],
  ]);
  let before: Stands = { entry: 'second', companion: '', elsewhere: null };
  for (const [place, kind] of kinds.entries()) {
    const { stands, facts } = planDecision({
      id: `decision-${place}`,
      kind,
      happened: second,
      guest,
      before,
      elsewhere: other,
      place: 0,
      by: 'Minh',
      at,
    });
    for (const fact of facts) passages.set(fact.guest, [...(passages.get(fact.guest) ?? []), fact.passage]);
    before = stands;
  }
  const fold = (of: string) => foldFacts((passages.get(of) ?? []).map(factOf), rule);
  return { own: fold(guest), elsewhere: fold(other), passages };
}

const outcomes = {
  'two-people': { doubles: 1, companions: [], elsewhere: false },
  'same-person': { doubles: 0, companions: [], elsewhere: false },
  companion: { doubles: 0, companions: [0], elsewhere: false },
  'wrong-guest': { doubles: 0, companions: [], elsewhere: true },
  'set-aside': { doubles: 1, companions: [], elsewhere: false },
} as const;

describe('what follows from a decision about a contradiction', () => {
  for (const kind of doubleDecisions) {
    it(`says in passages alone that it was "${kind}"`, () => {
      const { own, elsewhere } = after([kind]);
      expect({
        doubles: own.doubles.length,
        companions: own.companions,
        elsewhere: elsewhere.inside !== null,
      }).to.deep.equal(outcomes[kind]);
      expect(own.inside).to.equal('first');
    });
  }

  it('comes to the last decision, however often it was decided before, and takes nothing away', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...doubleDecisions), { minLength: 1, maxLength: 8 }), (kinds) => {
        const { own, elsewhere, passages } = after(kinds);
        const last = kinds.at(-1) ?? 'set-aside';
        expect({
          doubles: own.doubles.length,
          companions: own.companions,
          elsewhere: elsewhere.inside !== null,
        }).to.deep.equal(outcomes[last]);
        const ids = [...passages.values()].flat().map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        expect(ids).to.include.members(['first', 'second']);
      }),
    );
  });

  it('adds nothing when the same is decided again', () => {
    const once = after(['wrong-guest']).passages;
    const twice = after(['wrong-guest', 'wrong-guest']).passages;
    expect([...twice.values()].flat()).to.have.length([...once.values()].flat().length);
  });
});
