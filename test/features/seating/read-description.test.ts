import { expect } from 'chai';
import { readDescription } from '../../../server/features/seating/read-description.ts';

const cases: [said: string, means: object[]][] = [
  ['10 hàng × 20 ghế, lối đi giữa sau ghế 10', [{ kind: 'rows', rows: 10, seats: 20, aisles: [10] }]],
  ['10x20', [{ kind: 'rows', rows: 10, seats: 20 }]],
  ['12 bàn × 8', [{ kind: 'tables', rows: 12, seats: 8 }]],
  ['12 bàn tròn', [{ kind: 'tables', rows: 12, seats: 10 }]],
  [
    'Đoàn chủ tịch 5 ghế; 8 hàng x 16 ghế, để trống 1 hàng đầu',
    [
      { kind: 'stage', rows: 1, seats: 5, automatic: false },
      { kind: 'rows', rows: 8, seats: 16, keptRows: 1 },
    ],
  ],
  ['chữ U 6 × 10', [{ kind: 'u', seats: 6, rows: 10 }]],
  ['12 rows × 24 seats, aisles after 8, 16', [{ kind: 'rows', rows: 12, seats: 24, aisles: [8, 16] }]],
  [
    '15 tables of 10\npresidium 7',
    [
      { kind: 'tables', rows: 15, seats: 10 },
      { kind: 'stage', seats: 7, rows: 1, automatic: false },
    ],
  ],
  ['10 рядов по 20 мест, проход после 10', [{ kind: 'rows', rows: 10, seats: 20, aisles: [10] }]],
  [
    'Президиум 5 мест; 12 столов по 8',
    [
      { kind: 'stage', rows: 1, seats: 5, automatic: false },
      { kind: 'tables', rows: 12, seats: 8 },
    ],
  ],
  ['một hội trường đẹp', []],
];

describe('the description of a hall', () => {
  for (const [said, means] of cases) {
    it(`understands “${said.replace('\n', ' / ')}”`, () => {
      const usual = { aisles: [], keptRows: 0, automatic: true };
      expect(readDescription(said).areas).to.deep.equal(means.map((part) => ({ ...usual, ...part })));
    });
  }

  it('gives back what it did not understand, as it was typed', () => {
    const said = 'Bàn chủ tọa 5 ghế\n Ghế cho báo chí \n\nKhách VIP; 12 bàn × 8';
    expect(readDescription(said).unread).to.deep.equal(['Ghế cho báo chí', 'Khách VIP']);
  });

  it('does not guess which numbers count when there are too many', () => {
    const said = 'Bàn chủ tọa 5 ghế, 10 hàng × 20 ghế';
    expect(readDescription(said)).to.deep.equal({ areas: [], unread: [said] });
  });

  it('gives back parts beyond the most that a hall can have', () => {
    const said = Array.from({ length: 13 }, (_, at) => `${at + 1} bàn × 8`);
    expect(readDescription(said.join('\n')).unread).to.deep.equal(['13 bàn × 8']);
  });
});
