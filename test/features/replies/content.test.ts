import { expect } from 'chai';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { closeInbound } from '../../../server/features/inbound/close-inbound.ts';
import { forgetContent } from '../../../server/features/inbound/work-off.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeInvited } from './invited.ts';
import { letter, post } from './post.ts';

const start = new Date('2026-11-24T02:00:00Z');

describe('the content of a reply', () => {
  useDatabase();
  beforeEach(async () => {
    await emptyDatabase();
    setClock(start);
  });
  afterEach(() => setClock(null));

  it('is dropped a fortnight after it was decided about, but not that it came', async () => {
    const invited = await makeInvited();
    const raw = letter(invited.guest.email, 'Để tôi xem lịch rồi báo nhé các bạn');
    const { _id } = await post(raw, { recipient: invited.replyTo });
    const content = async () => {
      await forgetContent();
      await post(raw, { recipient: invited.replyTo });
      const rows = await InboundMails.find().lean();
      return rows.map(({ raw: bytes, reading, state }) => [bytes !== null, reading !== null, state]);
    };
    setClock(new Date(start.getTime() + 20 * 86_400_000));
    expect(await content()).to.deep.equal([[true, true, 'needs-human']]);

    const decision = { reason: 'dismissed' as const, kind: null, trust: '' as const, at: start, by: 'BTC' };
    await closeInbound({ _id, event: invited.event._id }, { state: 'ignored', decision });
    setClock(new Date(start.getTime() + 33 * 86_400_000));
    expect(await content()).to.deep.equal([[true, true, 'ignored']]);
    setClock(new Date(start.getTime() + 35 * 86_400_000));
    expect(await content()).to.deep.equal([[false, false, 'ignored']]);
  });
});
