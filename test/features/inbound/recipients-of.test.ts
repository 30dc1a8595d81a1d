import { expect } from 'chai';
import { recipientsOf } from '../../../server/features/inbound/recipients-of.ts';
import { replyTag } from '../../../server/platform/reply-address.ts';

const inbound = { name: '', address: 'rsvp@events.example.org' };
const [mine, yours] = ['a', 'b'].map((letter) => `rsvp+${letter.repeat(32)}@events.example.org`);
const own = {
  isOurs: (address: string) => replyTag(inbound, address) !== null,
  otherwise: inbound.address,
};
const found = (...headers: string[]): string[] =>
  recipientsOf(Buffer.from(`${headers.join('\r\n')}\r\n\r\nTo: ${yours}\r\n`), own);

describe('the recipient of a mail in a mailbox', () => {
  it('is what the servers on the way wrote down, or what the sender wrote', () => {
    expect(found(`Delivered-To: ${mine}`, 'To: Ban tổ chức <rsvp@events.example.org>')).to.deep.equal([mine]);
    expect(found(`To: "Ban, tổ chức"\r\n <${mine?.toUpperCase()}>`)).to.deep.equal([mine]);
  });

  it('is each of ours, once', () => {
    expect(found(`To: <${mine}>, x@example.org`, `Cc: ${yours}, ${mine}`)).to.deep.equal([mine, yours]);
  });

  it('is the plain address when none is named above the text', () => {
    expect(found('To: x@example.org')).to.deep.equal([inbound.address]);
  });
});
