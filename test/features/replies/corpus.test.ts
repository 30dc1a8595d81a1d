import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { makeInvited, reload } from './invited.ts';
import { post } from './post.ts';

const Expected = z.array(
  z.object({
    file: z.string(),
    uid: z.string(),
    email: z.string(),
    state: z.string(),
    reason: z.string(),
    kind: z.string().nullable(),
    note: z.string(),
    substitute: z.object({ name: z.string(), email: z.string() }).nullable(),
  }),
);
const folder = join(import.meta.dirname, 'corpus');
const corpus = Expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));

describe('calendar replies as calendar programs send them', () => {
  useDatabase();
  before(() => setClock(new Date('2026-11-24T02:00:00Z')));
  after(() => setClock(null));

  it('are at least sixty', () => expect(corpus.length).to.be.at.least(60));

  for (const { file, uid, email, state, reason, kind, note, substitute } of corpus) {
    it(`${file}: ${reason}${kind ? `, ${kind}` : ''}`, async () => {
      const invited = await makeInvited({ email, invitation: invitationWith(uid) });

      const row = await post(readFileSync(join(folder, file)));

      expect({ state: row.state, reason: row.decision?.reason, guest: String(row.guest) }).to.deep.equal({
        state,
        reason,
        guest: String(invited.guest._id),
      });
      const { answer } = await reload(invited);
      expect(answer?.kind ?? null).to.equal(kind);
      if (answer) {
        expect({
          channel: answer.channel,
          trust: answer.trust,
          note: answer.note,
          at: answer.at,
        }).to.deep.equal({
          channel: 'calendar',
          trust: 'B',
          note,
          at: new Date('2026-11-24T01:02:03Z'),
        });
        expect(
          answer.substitute && { name: answer.substitute.name, email: answer.substitute.email },
        ).to.deep.equal(substitute);
      }
      const resent = await OutboxMails.countDocuments({ guest: invited.guest._id, kind: 'replies.entry' });
      expect(resent).to.equal(reason === 'refresh' ? 1 : 0);
    });
  }
});

function invitationWith(uid: string) {
  return {
    linkRevision: 1,
    linkHash: `hash-${uid}`,
    uid,
    sequence: 0,
    wave: 1,
    sentAt: new Date('2026-11-20T00:00:00Z'),
  };
}
