import { expect } from 'chai';
import { networkOf } from '../../../server/platform/http/rate-limit.ts';

describe('the address a limit counts by', () => {
  it('is the network of an IPv6 address however it is written, and an IPv4 address itself', () => {
    const same = ['2001:db8::1', '2001:DB8:0:0:1::2', '2001:db8:0:0:ffff:1:2:3'];
    expect(new Set(same.map(networkOf))).to.deep.equal(new Set(['2001:db8:0:0']));
    expect(networkOf('2001:db8:0:1::1')).not.to.equal(networkOf('2001:db8::1'));
    expect(networkOf('::ffff:192.0.2.7')).to.equal('192.0.2.7');
  });
});
