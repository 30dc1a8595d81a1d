import { expect } from 'chai';
import { ownPath } from '../../../server/platform/http/own-path.ts';

describe('ownPath', () => {
  it('keeps pages of this site, with query and fragment', () => {
    const own = [
      '/',
      '/events/a?tab=past#list',
      '/profile',
      '/a//b',
      '/%2f%2fevil.example',
      '/@evil.example',
    ];
    expect(own.map(ownPath)).to.deep.equal(own);
  });

  const elsewhere = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    'https://evil.example',
    'https:evil.example',
    'HTTPS:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    '@evil.example',
    '.evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/a\\..\\evil',
    '/x\u0000y',
    '',
    null,
    undefined,
    ['/profile'],
  ];
  for (const text of elsewhere) {
    it(`sends nobody to ${JSON.stringify(text)}`, () => expect(ownPath(text)).to.equal(null));
  }
});
