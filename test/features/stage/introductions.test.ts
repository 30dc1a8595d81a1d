import { expect } from 'chai';
import * as fc from 'fast-check';
import { Types } from 'mongoose';
import {
  aroundNext,
  inOrder,
  introductions,
  type Ranked,
} from '../../../server/features/stage/introductions.ts';

type Named = Ranked & { name: { vi: string } };

const ids = new Map<string, Types.ObjectId>();

function guest(name: string, order: string): Named {
  const _id = ids.get(name) ?? new Types.ObjectId();
  ids.set(name, _id);
  return {
    _id,
    name: { vi: name },
    order,
  };
}

function ticks(...names: string[]) {
  return names.map((name) => ({ id: String(ids.get(name)), at: new Date(), by: 'MC' }));
}

/** `+` said, `!` late, nothing: still to come. */
function read(present: readonly Named[], said: string[]): string {
  return introductions(inOrder(present), ticks(...said))
    .map(({ guest: { name }, introduced, late }) => `${name.vi}${introduced ? '+' : late ? '!' : ''}`)
    .join(' ');
}

const minister = guest('minister', '0001');
const director = guest('director', '0010');
const deputy = guest('deputy', '0020');
const expert = guest('expert', '0030');

describe('the order of introduction', () => {
  it('is the order of protocol, whoever came first', () => {
    expect(read([expert, director, minister, deputy], [])).to.equal('minister director deputy expert');
  });

  it('flags whoever comes after somebody of lower rank was named, at the place of the rank', () => {
    expect(read([director, deputy, expert], ['director', 'deputy'])).to.equal('director+ deputy+ expert');
    expect(read([director, deputy, expert, minister], ['director', 'deputy'])).to.equal(
      'minister! director+ deputy+ expert',
    );
  });

  it('no longer flags somebody once named', () => {
    expect(read([minister, director, deputy], ['director', 'minister'])).to.equal(
      'minister+ director+ deputy',
    );
  });

  it('forgets nobody and flags nobody when the one named has left the hall', () => {
    expect(read([minister, director], ['expert'])).to.equal('minister director');
  });

  it('keeps two of the same rank in the same order, however they arrive', () => {
    const [first, second] = [guest('first', '0040'), guest('second', '0040')];
    expect(read([first, second], [])).to.equal(read([second, first], []));
  });

  it('names each present guest exactly once, whatever the ticks', () => {
    const pool = Array.from({ length: 12 }, (_, place) => guest(`g${place}`, String(place % 5)));
    fc.assert(
      fc.property(fc.subarray(pool), fc.subarray(pool), (present, said) => {
        const list = introductions(inOrder(present), ticks(...said.map(({ name }) => name.vi)));
        expect(new Set(list.map(({ guest: { _id } }) => String(_id)))).to.deep.equal(
          new Set(present.map(({ _id }) => String(_id))),
        );
        expect(list).to.have.length(present.length);
        expect(list.filter(({ introduced, late }) => introduced && late)).to.deep.equal([]);
      }),
    );
  });
});

describe('the list on a lectern', () => {
  const crowd = Array.from({ length: 10_000 }, (_, index) =>
    guest(`g${index}`, String(index).padStart(6, '0')),
  );

  it('is the whole list while one can work with it', () => {
    const list = introductions(crowd.slice(0, 100), []);

    expect(aroundNext(list).map(({ place }) => place)).to.deep.equal(list.map((_, index) => index + 1));
  });

  it('of thousands shows what comes next with its true place, and whoever came late', () => {
    const said = crowd.slice(0, 5000).filter((_, index) => index !== 7);
    const list = introductions(crowd, ticks(...said.map(({ name }) => name.vi)));

    const shown = aroundNext(list);

    expect(shown.length).to.be.at.most(200);
    expect(shown[0]).to.deep.include({ place: 8 });
    expect(shown.map(({ place }) => place)).to.include(5001);
  });
});
