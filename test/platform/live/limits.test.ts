import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { allowance, places } from '../../../server/platform/live/allowance.ts';
import { networkBehind } from '../../../server/platform/live/limit-connections.ts';

describe('an allowance', () => {
  it('is so many at once, and so many a second afterwards', () => {
    const may = allowance(4, 2);
    const said = [0, 0, 0, 0, 0, 499, 500, 501, 60_000, 60_000, 60_000, 60_000, 60_000].map((now) =>
      may(now),
    );
    const yes = [true, true, true, true];
    expect(said).to.deep.equal([...yes, false, false, true, false, ...yes, false]);
  });
});

describe('places', () => {
  it('are given out up to the limit, for each key, and given back once', () => {
    const rows = places(2);
    const [first, second] = [rows.take('a'), rows.take('a')];
    expect([rows.take('a'), rows.isFull('a'), rows.isFull('b')]).to.deep.equal([null, true, false]);
    first?.();
    first?.();
    expect([rows.isFull('a'), rows.take('a') !== null, rows.take('a')]).to.deep.equal([false, true, null]);
    second?.();
  });
});

describe('the network behind proxies', () => {
  const request = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
  const ours = (address: string): boolean => address === '10.0.0.1' || address === '::ffff:10.0.0.1';

  it('is the first address that is not a proxy of ours, whatever else is claimed', () => {
    const seen = [
      request('198.51.100.7', '192.0.2.1'),
      request('10.0.0.1', '203.0.113.9, 192.0.2.1'),
      request('::ffff:10.0.0.1', '192.0.2.1, 10.0.0.1'),
      request('10.0.0.1'),
      request('2001:db8:1:2:3::4'),
    ].map((req) => networkBehind(req, ours));
    expect(seen).to.deep.equal(['198.51.100.7', '192.0.2.1', '192.0.2.1', '10.0.0.1', '2001:db8:1:2']);
  });
});
