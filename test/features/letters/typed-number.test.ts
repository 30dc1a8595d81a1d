import { expect } from 'chai';
import { Waves } from '../../../models/wave.ts';
import { planWave } from '../../../server/features/letters/plan-wave.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { refusal } from '../invitations/inviting.ts';
import { guestsOf, input, office } from './letting-out.ts';

describe('sending a wave', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  it('asks for the number when there are many, and for another look when the list has changed', async () => {
    const { access } = await guestsOf(6);
    const typed = { kind: 'invitation', expected: 6 };

    expect(await refusal(planWave(access, input(typed), office))).to.equal('letters.number-wrong');
    const other = input({ ...typed, expected: 5, confirmation: '5' });
    expect(await refusal(planWave(access, other, office))).to.equal('letters.audience-changed');
    expect(await Waves.countDocuments()).to.equal(0);
    const right = input({ ...typed, confirmation: '6' });
    expect((await planWave(access, right, office)).state).to.equal('scheduled');
  });

  it('leaves for five without the number, and notes fifty told by hand without it', async () => {
    const few = await guestsOf(5);
    const untyped = input({ kind: 'invitation', expected: 5 });
    expect((await planWave(few.access, untyped, office)).state).to.equal('scheduled');
    const [many, more] = [await guestsOf(50), await guestsOf(51)];
    const byHand = { kind: 'invitation', channel: 'phone' };
    const noted = await planWave(many.access, input({ ...byHand, expected: 50 }), office);
    expect(noted.state).to.equal('scheduled');
    const refused = planWave(more.access, input({ ...byHand, expected: 51 }), office);
    expect(await refusal(refused)).to.equal('letters.number-wrong');
  });
});
