import { expect } from 'chai';
import { kept } from '../../server/platform/kept.ts';

describe('what is kept', () => {
  it('makes room by what was not asked for longest', () => {
    const numbers = kept<number>(2);
    numbers.set('a', 1);
    numbers.set('b', 2);
    expect(numbers.get('a')).to.equal(1);
    expect(numbers.set('c', 3)).to.equal(3);
    expect([numbers.get('a'), numbers.get('b'), numbers.get('c')]).to.deep.equal([1, undefined, 3]);
  });

  it('can be nothing, and that is known', () => {
    const answers = kept<string | null>(1);
    answers.set('a', null);
    expect([answers.get('a'), answers.get('b')]).to.deep.equal([null, undefined]);
  });
});
