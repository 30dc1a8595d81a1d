import { expect } from 'chai';
import { badgeSizes, type NamedSize } from '../../../contract/badge/design.ts';
import { type LabelPaperName, labelPapers } from '../../../contract/badge/label-papers.ts';
import { backOf, cellsOf, firstPaper, fitsPage, gridOf, paperKinds } from '../../../contract/badge/sheet.ts';

const card = badgeSizes.card;

describe('sheets of badges', () => {
  it('keep every label of every paper on the page', () => {
    const ready = paperKinds.filter((kind) => kind !== 'own');
    for (const kind of ready)
      for (const size of Object.keys(badgeSizes) as NamedSize[]) {
        const grid = gridOf({ ...firstPaper, kind }, badgeSizes[size]);
        expect(fitsPage(grid), `${kind} ${size}`).to.equal(true);
      }
  });

  it('lay the labels of a paper side by side, none over another, with the same margin on both sides', () => {
    for (const kind of Object.keys(labelPapers) as LabelPaperName[]) {
      const grid = gridOf({ ...firstPaper, kind }, card);
      const { page, label, columns, rows } = grid;
      const cells = cellsOf(grid, columns * rows);
      const overlapping = cells.filter((one, at) =>
        cells
          .slice(at + 1)
          .some(
            (two) =>
              Math.abs(one.x - two.x) < label.width - 0.001 && Math.abs(one.y - two.y) < label.height - 0.001,
          ),
      );
      expect(overlapping, kind).to.deep.equal([]);
      const last = cells.at(-1);
      expect(page.width - (last?.x ?? 0) - label.width, kind).to.be.closeTo(grid.left, 0.05);
      expect(page.height - (last?.y ?? 0) - label.height, kind).to.be.closeTo(grid.top, 0.05);
    }
  });

  it('know the papers as their templates do', () => {
    const { L7160, L7163, L7165, L7418 } = labelPapers;
    expect([L7418.label, L7418.left, L7418.top]).to.deep.equal([{ width: 86, height: 55 }, 19, 38.5]);
    // From one label to the next.
    expect(L7160.label.width + L7160.gapX).to.be.closeTo(66.04, 0.01);
    expect(L7163.label.width + L7163.gapX).to.be.closeTo(101.6, 0.01);
    expect(L7165.label.width + L7165.gapX).to.be.closeTo(101.6, 0.01);
    const { label, gapX, gapY } = labelPapers['avery-5395'];
    expect(label.width + gapX).to.be.closeTo(3.75 * 25.4, 0.01);
    expect(label.height + gapY).to.be.closeTo(2.5 * 25.4, 0.01);
  });

  it('lay as many cards on a sheet to be cut as it has room for, with room to cut between them', () => {
    const grid = gridOf({ ...firstPaper, kind: 'cut' }, card);
    expect([grid.columns, grid.rows, grid.marks]).to.deep.equal([3, 3, true]);
    expect(grid.gapX).to.be.greaterThan(0);
  });

  it('give a badge the size of the label it is printed on', () => {
    expect(gridOf({ ...firstPaper, kind: 'L7160' }, card).label).to.deep.equal({ width: 63.5, height: 38.1 });
  });

  it('begin at the first free label and go on with the next sheet', () => {
    const grid = gridOf({ ...firstPaper, kind: 'L4785' }, card);
    const cells = cellsOf(grid, 5, 7);
    expect(cells.map(({ sheet, x, y }) => [sheet, x, y])).to.deep.equal([
      [0, 17.5, 178.5],
      [0, 112.5, 178.5],
      [0, 17.5, 233.5],
      [0, 112.5, 233.5],
      [1, 17.5, 13.5],
    ]);
  });

  it('find each badge from behind where the sheet is turned over its long side', () => {
    const grid = gridOf({ ...firstPaper, kind: 'L4785' }, card);
    const [first, second] = cellsOf(grid, 2);
    expect([first, second].map((cell) => cell && backOf(grid, cell).x)).to.deep.equal([112.5, 17.5]);
  });

  it('know a grid that leaves the page', () => {
    const own = { ...firstPaper, kind: 'own' as const, columns: 3, rows: 4 };
    expect(fitsPage(gridOf(own, card))).to.equal(false);
    expect(fitsPage(gridOf({ ...own, columns: 2 }, card))).to.equal(true);
  });
});
