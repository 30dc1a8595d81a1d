import { expect } from 'chai';
import { locales } from '../../../contract/locales.ts';
import { seatIn, seatInAll } from '../../../public/src/door/seat-name.ts';
import { seatIn as seatOnServer } from '../../../server/features/guests/seat-text.ts';

describe('a seat at a device', () => {
  it('is called as everywhere else, in every language', () => {
    for (const seat of ['Bàn 1 – ghế 7', 'Table 12 – seat 3', 'A Президиум – место 2', 'U-table – seat 4'])
      for (const locale of locales) expect(seatIn(seat, locale)).to.equal(seatOnServer(seat, locale));
    expect(seatIn('Bàn 1 – ghế 7', 'ru')).to.equal('Стол 1 – место 7');
  });

  it('stays as somebody typed it when it is no name of a seat, and is found by every name', () => {
    expect([seatIn('hàng ghế đầu', 'en'), seatIn('', 'ru'), seatInAll('')]).to.deep.equal([
      'hàng ghế đầu',
      '',
      '',
    ]);
    expect(seatInAll('Bàn 1 – ghế 7')).to.contain('Table 1').and.contain('Стол 1').and.contain('Bàn 1');
  });
});
