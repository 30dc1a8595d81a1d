import { expect } from 'chai';
import { follow, sameAs } from '../../../public/src/lib/position.ts';

describe('following a room', () => {
  const at = { epoch: 'a', version: 7 };

  it('goes on when a frame begins where the last one ended', () => {
    expect(follow(at, { epoch: 'a', from: 7, to: 9 })).to.deep.equal({
      kind: 'next',
      position: { epoch: 'a', version: 9 },
    });
  });

  it('notices that a frame between was lost', () => {
    expect(follow(at, { epoch: 'a', from: 8, to: 9 })).to.deep.equal({
      kind: 'missed',
      position: { epoch: 'a', version: 9 },
    });
  });

  it('notices that the server was started anew, even if its count happens to fit', () => {
    expect(follow(at, { epoch: 'b', from: 7, to: 8 })).to.deep.equal({
      kind: 'missed',
      position: { epoch: 'b', version: 8 },
    });
  });

  it('leaves out a frame that it has seen', () => {
    expect(follow(at, { epoch: 'a', from: 5, to: 7 })).to.deep.equal({ kind: 'old' });
  });

  it('fetches when a frame overlaps what it has seen, because single news cannot be told apart', () => {
    expect(follow(at, { epoch: 'a', from: 6, to: 8 }).kind).to.equal('missed');
  });

  it('knows whether anything happened while it was away', () => {
    expect(sameAs(at, { epoch: 'a', version: 7 })).to.equal(true);
    expect(sameAs(at, { epoch: 'a', version: 8 })).to.equal(false);
    expect(sameAs(undefined, at)).to.equal(false);
  });
});
