import { expect } from 'chai';
import { replyAddress, replyTag } from '../../server/platform/reply-address.ts';

const inbound = { name: 'Rostrum', address: 'rsvp@events.example.org' };
const tag = '0123456789abcdef0123456789abcdef';

describe('the address for an answer by mail', () => {
  it('is the inbound address with the tag of one invitation', () => {
    const address = replyAddress(inbound, `${tag}@example.org`);

    expect(address).to.deep.equal({ name: 'Rostrum', address: `rsvp+${tag}@events.example.org` });
    expect(replyTag(inbound, address.address)).to.equal(tag);
  });

  it('is read again after a server has changed the case of its letters', () => {
    expect(replyTag(inbound, ` RSVP+${tag.toUpperCase()}@Events.Example.ORG `)).to.equal(tag);
  });

  it('is none of ours with another name, another domain or a tag of another shape', () => {
    const others = [
      `rsvp@events.example.org`,
      `info+${tag}@events.example.org`,
      `rsvp+${tag}@example.org`,
      `rsvp+${tag}0@events.example.org`,
      `rsvp+zz@events.example.org`,
      tag,
      '',
    ];
    expect(others.map((address) => replyTag(inbound, address))).to.deep.equal(others.map(() => null));
  });
});
