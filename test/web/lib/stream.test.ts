import { expect } from 'chai';
import { readStream } from '../../../public/src/lib/stream.ts';

describe('the room of a page', () => {
  it('is named by event and kind', () => {
    expect(readStream({ event: 'tong-ket-2020', room: 'desk', position: undefined })).to.deep.equal({
      request: { event: 'tong-ket-2020', room: 'desk' },
      position: undefined,
    });
  });

  it('may say where it stood when the page was made', () => {
    expect(readStream({ event: 'e', room: 'stage', position: 'x1/42' })?.position).to.deep.equal({
      epoch: 'x1',
      version: 42,
    });
  });

  it('does not exist on a page without event, or when the kind is unknown', () => {
    expect(readStream({ event: undefined, room: 'desk', position: undefined })).to.equal(undefined);
    expect(readStream({ event: 'e', room: 'kitchen', position: undefined })).to.equal(undefined);
  });
});
