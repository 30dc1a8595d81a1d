import { expect } from 'chai';
import mongoose from 'mongoose';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { guestToken } from '../../../server/features/invitations/guest-link.ts';
import { issueNonce } from '../../../server/features/invitations/nonce.ts';
import { recordAnswer, undoAnswer } from '../../../server/features/invitations/record-answer.ts';
import { RecordInput } from '../../../server/features/invitations/input.ts';
import { sendWaveNow } from '../../../server/features/letters/send-wave-now.ts';
import { tally } from '../../../server/features/guests/tally.ts';
import { now, setClock } from '../../../server/platform/clock.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { answer, from, invite, linkKey, nonceKey, refusal, reload, sender } from './inviting.ts';

const email = 'khach@example.org';
const colleague = { name: 'Lê Văn Bình', position: 'Phó phòng', phone: '0912 345 678', email: '' };

describe('answering an invitation', () => {
  useDatabase();
  beforeEach(emptyDatabase);
  afterEach(() => setClock(null));

  async function invited(given: Parameters<typeof makeEvent>[0] = {}) {
    const event = await makeEvent(given);
    const guest = await makeGuest({ event: event._id, email });
    return { event, guest, token: await invite(event, guest) };
  }

  it('records the answer, its standing, its history and its mail in one write', async () => {
    const { guest, token } = await invited();

    await answer(token, { kind: 'declined', note: 'Đi công tác' });
    const changed = await answer(token, { kind: 'substitute', substitute: colleague });

    expect(changed.standing).to.equal('substitute');
    expect(changed.answer).to.deep.include({ kind: 'substitute', channel: 'page', substitute: colleague });
    expect(changed.answers.map(({ kind, note }) => [kind, note])).to.deep.equal([
      ['declined', 'Đi công tác'],
    ]);
    const key = changed.answer?.key ?? '';
    expect(changed.effects.at(-1)?.id).to.equal(`mail:${String(guest._id)}:answered:${key}`);
  });

  it('forgets the colleague when the answer is another', async () => {
    const { token } = await invited();
    const { answer: given } = await answer(token, { kind: 'attending', substitute: colleague });
    expect(given?.substitute).to.equal(null);
  });

  it('counts a double click once, and does not let a used form bring an old answer back', async () => {
    const { guest, token } = await invited();
    const nonce = issueNonce(nonceKey, token, now());

    await Promise.all([1, 2, 3].map(() => answer(token, { kind: 'attending' }, nonce)));
    expect((await reload(guest)).answers).to.deep.equal([]);

    await answer(token, { kind: 'declined' });
    expect(await refusal(answer(token, { kind: 'attending' }, nonce))).to.equal('invitations.form-used');
    expect((await reload(guest)).answer?.kind).to.equal('declined');
  });

  it('accepts only forms made for this link, by us, within hours', async () => {
    const { token } = await invited();
    const other = await invited();
    const old = issueNonce(nonceKey, token, new Date(Date.now() - 7 * 60 * 60 * 1000));
    const foreign = [
      issueNonce(nonceKey, other.token, now()),
      issueNonce('another key', token, now()),
      old,
      '',
    ];

    for (const nonce of foreign) {
      expect(await refusal(answer(token, { kind: 'attending' }, nonce))).to.equal('invitations.form-expired');
    }
  });

  it('keeps the last ten answers', async () => {
    const { guest, token } = await invited();
    for (let n = 0; n < 13; n += 1) {
      if (n === 10) {
        expect(await refusal(answer(token, { kind: 'attending', note: 'too soon' }))).to.equal(
          'errors.rate-limited',
        );
        await mongoose.connection.collection('rate-limits').deleteMany({});
      }
      await answer(token, { kind: 'attending', note: String(n) });
    }

    const { answers } = await reload(guest);
    expect(answers.map(({ note }) => Number(note))).to.deep.equal([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('closes at the deadline, with the event, for drafts and for cancelled guests', async () => {
    const late = await invited({ replyBy: new Date(Date.now() + 60_000) });
    const over = await invited();
    const paused = await invited();
    const withdrawn = await invited();
    await Events.updateOne({ _id: over.event._id }, { $set: { state: 'closed' } });
    await Events.updateOne({ _id: paused.event._id }, { $set: { state: 'draft' } });
    await Guests.updateOne({ _id: withdrawn.guest._id }, { $set: { state: 'cancelled' } });
    setClock(new Date(Date.now() + 120_000));

    for (const [state, { token }] of Object.entries({ late, over, paused, withdrawn })) {
      expect(await refusal(answer(token, { kind: 'attending' }))).to.equal(`invitations.closed.${state}`);
    }
  });

  it('keeps the tally right while five hundred answer at once', async () => {
    const event = await makeEvent();
    const guests = await Promise.all(
      Array.from({ length: 500 }, () => makeGuest({ event: event._id, email })),
    );
    const access = await accessAs('system', { event });
    await sendWaveNow(access, { kind: 'invitation' }, sender);
    const tokens = guests.map((guest) => guestToken(linkKey, guest, 1));
    const kinds = ['attending', 'declined', 'substitute'] as const;

    await Promise.all(tokens.map((token, n) => answer(token, { kind: kinds[n % 3], substitute: colleague })));

    expect(await tally(event)).to.deep.equal({
      listed: 500,
      invited: 500,
      attending: 167,
      declined: 167,
      tentative: 0,
      substitutes: 166,
      silent: 0,
      companions: 0,
    });
  });

  it('lets staff write down what was said on the telephone, even late, and take it back', async () => {
    const { event, guest, token } = await invited({ replyBy: new Date(Date.now() + 60_000) });
    await answer(token, { kind: 'attending' });
    setClock(new Date(Date.now() + 120_000));
    const access = await accessAs('editor', { event });
    const input = RecordInput.parse({ kind: 'declined', channel: 'phone', note: 'Ốm' });

    const recorded = await recordAnswer(access, String(guest._id), { input, from });
    expect(recorded.answer).to.include({ kind: 'declined', channel: 'phone', by: access.actor.name });

    const undone = await undoAnswer(access, String(guest._id));
    expect([undone.standing, undone.answer?.kind]).to.deep.equal(['attending', 'attending']);
    expect(undone.answers.map(({ kind, takenBack }) => [kind, takenBack?.by])).to.deep.equal([
      ['declined', access.actor.name],
    ]);
  });
});
