import { expect } from 'chai';
import { paths } from '../../server/paths.ts';
import { randomToken } from '../../server/platform/codes.ts';
import { withoutSecrets } from '../../server/platform/log.ts';

describe('the log', () => {
  it('does not keep the tokens of personal links', () => {
    const token = randomToken('x');
    const links = [
      paths.answerLink(token),
      paths.unitLink(token),
      paths.secretaryLink(token),
      paths.firstRun(token),
      paths.resetPassword(token),
      paths.signInByLink(token),
    ];
    for (const link of links) {
      expect(withoutSecrets(`GET ${link}?a=yes`)).to.equal(`GET ${link.replace(token, '[removed]')}?a=yes`);
    }
    expect(withoutSecrets('{"url":"/reset?a=1&token=s3cr3t&b=2"}')).to.equal(
      '{"url":"/reset?a=1&token=[removed]&b=2"}',
    );
  });

  it('keeps other paths as they are', () => {
    expect(withoutSecrets('/events/hnkh-2026/guests?q=dang')).to.equal('/events/hnkh-2026/guests?q=dang');
  });
});
