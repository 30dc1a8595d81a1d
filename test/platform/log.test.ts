import { expect } from 'chai';
import { withoutSecrets } from '../../server/platform/log.ts';

describe('the log', () => {
  it('does not keep the tokens of personal links', () => {
    expect(withoutSecrets('GET /g/Zx81kQ_-aa and /vi/pass/abc123XYZ/qr.svg')).to.equal(
      'GET /g/[removed] and /vi/pass/[removed]/qr.svg',
    );
    expect(withoutSecrets('{"url":"/reset?a=1&token=s3cr3t&b=2"}')).to.equal(
      '{"url":"/reset?a=1&token=[removed]&b=2"}',
    );
  });

  it('keeps other paths as they are', () => {
    expect(withoutSecrets('/events/hnkh-2026/guests?q=dang')).to.equal('/events/hnkh-2026/guests?q=dang');
  });
});
