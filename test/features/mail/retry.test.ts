import { expect } from 'chai';
import { type MailHistory, type Mishap, nextStep } from '../../../server/features/mail/retry.ts';

const fresh: MailHistory = { attempts: 1, unknowns: 0, interruptions: 0, age: 0 };
const minute = 60_000;

function after(mishap: Partial<Mishap>, history: Partial<MailHistory> = {}) {
  return nextStep(
    { stage: 'envelope', responseCode: null, code: 'EPROTOCOL', ...mishap },
    { ...fresh, ...history },
  );
}

describe('what follows a mishap', () => {
  for (const responseCode of [421, 450, 451, 452]) {
    it(`${responseCode} is tried again, later and later`, () => {
      const waits = [1, 2, 3, 7, 20].map((attempts) => after({ responseCode }, { attempts }));

      expect(waits).to.deep.equal(
        [1, 5, 15, 240, 240].map((wait) => ({ state: 'retry', wait: wait * minute })),
      );
    });
  }

  for (const responseCode of [550, 551, 552, 553, 554]) {
    it(`${responseCode} to the envelope or the mail is final`, () => {
      expect(after({ responseCode })).to.deep.equal({ state: 'failed' });
      expect(after({ responseCode, stage: 'data-sent' })).to.deep.equal({ state: 'failed' });
    });
  }

  it('a refusal before the envelope is our trouble or the server’s, not the recipient’s', () => {
    expect(after({ responseCode: 554, stage: 'connecting' }).state).to.equal('retry');
    expect(after({ responseCode: 535, stage: 'connecting', code: 'EAUTH' }).state).to.equal('retry');
    expect(after({ responseCode: 530 }).state).to.equal('retry');
  });

  it('silence before the mail has left is tried again', () => {
    expect(after({ stage: 'connecting', code: 'ESOCKET' }).state).to.equal('retry');
    expect(after({ stage: 'envelope', code: 'ETIMEDOUT' }).state).to.equal('retry');
  });

  it('silence after the mail has left is uncertain: once more after a quarter of an hour, then a human decides', () => {
    expect(after({ stage: 'data-sent' })).to.deep.equal({ state: 'unknown', wait: 15 * minute });
    expect(after({ stage: 'data-sent' }, { unknowns: 1 })).to.deep.equal({ state: 'unknown', wait: null });
  });

  it('nothing is given up before two days have passed', () => {
    expect(after({ responseCode: 451 }, { attempts: 12, age: 47 * 60 * minute }).state).to.equal('retry');
    expect(after({ responseCode: 451 }, { attempts: 13, age: 48 * 60 * minute }).state).to.equal('failed');
  });

  it('a mail that kills its workers or cannot be written is given up after five times', () => {
    expect(after({ code: 'interrupted' }, { interruptions: 3 }).state).to.equal('retry');
    expect(after({ code: 'interrupted' }, { interruptions: 4 }).state).to.equal('failed');
    expect(after({ code: 'not-written' }, { attempts: 5 }).state).to.equal('failed');
  });
});
