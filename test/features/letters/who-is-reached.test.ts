import { expect } from 'chai';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { answerMark } from '../../../server/features/invitations/answer-mark.ts';
import { recordAnswer, undoAnswer } from '../../../server/features/invitations/record-answer.ts';
import { takeBackAnswer } from '../../../server/features/invitations/take-back-answer.ts';
import { writeAnswer } from '../../../server/features/invitations/write-answer.ts';
import { addressKey } from '../../../server/features/mail/address-key.ts';
import { suppress } from '../../../server/features/mail/suppress.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { from, makeInvited, opened, reply } from '../invitations/invited.ts';
import { reload } from '../invitations/inviting.ts';
import { office, review } from './letting-out.ts';

const email = 'khach@example.org';
const said = { note: '', substitute: null, tell: false } as const;

describe('whom a wave reaches', () => {
  useDatabase();
  beforeEach(emptyDatabase);
  afterEach(() => setClock(null));

  /** A guest whose calendar lost its entry, because they declined on their page. */
  async function declined() {
    const event = await makeEvent({ days: ['2099-12-15'] });
    const { guest, token } = await makeInvited({ event: event._id, email });
    const told = { time: '2099-12-15T01:00:00.000Z/2099-12-15T10:00:00.000Z', place: '' };
    await Guests.updateOne({ _id: guest._id }, { $set: { 'invitation.told': told } });
    const left = await reply(token, { kind: 'declined' });
    expect(left.invitation?.withdrawnAt).to.deep.equal(left.answer?.at);
    return { event, guest: left, token, editor: await accessAs('editor', { event }), uid: uidOf(guest) };
  }

  type Back = (facts: { editor: Access; guest: Guest; token: string }) => Promise<unknown>;
  const attending = { ...said, kind: 'attending', channel: 'phone' } as const;
  const waysBack: Record<string, Back> = {
    'the office wrote down by telephone that they come': ({ editor, guest }) =>
      recordAnswer(editor, String(guest._id), { input: attending, from }),
    'the office took the answer back': ({ editor, guest }) => undoAnswer(editor, String(guest._id)),
    'the guest took the answer back': async ({ guest, token }) => {
      const invited = await opened(token);
      const keys = new Set([guest.answer?.key ?? '']);
      return takeBackAnswer(invited.access, invited.guest, { keys, mark: answerMark(guest.answer) });
    },
    'their calendar accepted': ({ editor, guest }) => {
      const by = { channel: 'calendar', by: 'Khách', at: new Date() } as const;
      const answer = { kind: 'attending', ...by, note: '', substitute: null } as const;
      return writeAnswer(editor, String(guest._id), () => ({ answer, effects: [] }));
    },
    'an answer that a machine may have given was confirmed': async ({ editor, guest, token }) => {
      await reply(token, { kind: 'attending' }, { isSuspect: true });
      expect((await reload(guest)).invitation?.withdrawnAt, 'it does not hold').to.not.equal(null);
      await recordAnswer(editor, String(guest._id), { input: attending, from });
    },
  };

  for (const [why, comeBack] of Object.entries(waysBack))
    it(`are also those who had declined, when ${why}`, async () => {
      const { event, guest, editor, token, uid } = await declined();
      await comeBack({ editor, guest, token });

      const back = await reload(guest);
      expect(back.invitation?.withdrawnAt).to.equal(null);
      for (const kind of ['cancellation', 'update', 'programme-changed'])
        expect((await review(event, { kind, who: 'invited' })).ready, kind).to.equal(1);
      const goesOn = back.answer?.channel === 'calendar';
      expect(uidOf(back) === uid, 'a calendar that accepted has this entry').to.equal(goesOn);
      expect(back.invitation?.told ?? null, 'nothing has told it of another yet').to.equal(null);
    });

  it('with a pass are those who come themselves; substitutes are guests with a pass of their own', async () => {
    const event = await makeEvent({ days: ['2099-12-15'] });
    const by = { channel: 'phone', by: 'Hoa', at: new Date(), note: '' } as const;
    const substitute = { name: 'Trần Văn Thay', position: '', email: '', phone: '' };
    await makeInvited({ event: event._id, email, answer: { ...by, kind: 'attending', substitute: null } });
    await makeInvited({ event: event._id, email, answer: { ...by, kind: 'substitute', substitute } });

    const found = await review(event, { kind: 'pass', who: 'category', category: 'delegate' });
    expect([found.ready, found.exceptions]).to.deep.equal([1, [{ why: 'substitute', count: 1 }]]);
    expect((await review(event, { kind: 'pass' })).ready).to.equal(1);
  });

  it('are not those of whom the stop list keeps every address their mails go to', async () => {
    const event = await makeEvent();
    const stopped = 'khong-con@example.org';
    const secretary = (address: string, mail: 'instead' | 'copy') => ({
      secretary: { name: 'Thư ký', email: address, phone: '', mail },
    });
    await makeGuest({ event: event._id, email: stopped });
    await makeGuest({ event: event._id, email, ...secretary(stopped, 'instead') });
    await makeGuest({ event: event._id, email: stopped, ...secretary(email, 'instead') });
    await makeGuest({ event: event._id, email: stopped, ...secretary(email, 'copy') });
    await suppress({ scope: 'hard', key: addressKey(office, stopped), hint: '' });

    const found = await review(event, { kind: 'invitation' });
    expect([found.ready, found.exceptions]).to.deep.equal([2, [{ why: 'suppressed', count: 2 }]]);
  });

  it('are not those who were told that it is cancelled, whatever they answer after that', async () => {
    const event = await makeEvent({ days: ['2099-12-15'] });
    const { guest } = await makeInvited({ event: event._id, email });
    const at = new Date('2026-11-01T00:00:00Z');
    await Guests.updateOne({ _id: guest._id }, { $set: { 'invitation.withdrawnAt': at }, $inc: { rev: 1 } });
    const editor = await accessAs('editor', { event });
    await recordAnswer(editor, String(guest._id), { input: attending, from });
    expect((await reload(guest)).invitation?.withdrawnAt).to.deep.equal(at);
  });
});

function uidOf({ invitation }: Guest): string {
  return invitation?.uid ?? '';
}
