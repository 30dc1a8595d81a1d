import { expect } from 'chai';
import { takeMissingMessages } from '../../server/platform/i18n/missing-messages.ts';

// Outside any `describe`, so that it judges the whole run: whatever page a test rendered had all its messages.
after('no message was missing during the run', () => {
  expect(takeMissingMessages()).to.deep.equal([]);
});
