import { expect } from 'chai';
import { presenceOf } from '../../../server/features/directory/presence.ts';

const here = { arrivedAt: new Date() };
const away = { arrivedAt: null };

describe('the presence at the ceremony', () => {
  it('tells present, represented, absent and unknown apart', () => {
    expect([
      presenceOf(here, null),
      presenceOf(here, here),
      presenceOf(away, here),
      presenceOf(null, here),
      presenceOf(away, away),
      presenceOf(away, null),
      presenceOf(null, null),
    ]).to.deep.equal(['present', 'present', 'represented', 'represented', 'absent', 'absent', 'unknown']);
  });
});
