import { expect } from 'chai';
import { mongo } from 'mongoose';
import { outcomeOf } from '../../../server/platform/live/outcome.ts';
import { createLog } from '../../../server/platform/log.ts';

describe('an error behind a socket', () => {
  it('leaves as a sentence for strangers, whatever the database says', () => {
    const log = createLog({ level: 'silent' });
    const away = outcomeOf(new mongo.MongoNetworkError('connect ECONNREFUSED /data/engine.sock'), log);
    const broken = outcomeOf(new Error('engine.sock'), log);
    expect([away.message, broken.message]).to.deep.equal(['errors.unavailable', 'errors.unexpected']);
  });
});
