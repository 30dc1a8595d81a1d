import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const VIEWS = join(import.meta.dirname, '../../views');

describe('parts of pages that ask for themselves again', () => {
  it('do so in seconds, written in milliseconds, and not without a pause', () => {
    const asked = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.hbs'))
      .flatMap((file) =>
        [...readFileSync(join(VIEWS, file), 'utf8').matchAll(/data-every="(\d+)"/g)].map(([, every]) => ({
          file,
          every: Number(every),
        })),
      );
    expect(asked).to.not.deep.equal([]);
    expect(asked.filter(({ every }) => every < 1000)).to.deep.equal([]);
  });
});
