import { expect } from 'chai';
import { looksLikePass } from '../../../contract/pass/pass-code.ts';

describe('looksLikePass', () => {
  it('knows what a scanner reads and what is typed from a pass', () => {
    const passes = [
      'RP:7K2M:K7Q2MX4P9RTA',
      'rp:7k2m:k7q2mx4p9rta',
      'K7Q2MX4P9RTA',
      ' k7q2-mx4p-9rta ',
      'k7q2 mx4p 9rta',
    ];
    expect(passes.filter((text) => !looksLikePass(text))).to.deep.equal([]);
  });

  it('takes no name, unit or telephone number for a pass', () => {
    const others = [
      '',
      'an',
      'Đặng Đình Công',
      'nguyen van an',
      'Небоженко',
      '0912 345 678',
      '+84 912 345 678',
      'Phòng 12',
    ];
    expect(others.filter((text) => looksLikePass(text))).to.deep.equal([]);
  });
});
