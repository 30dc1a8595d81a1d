import { expect } from 'chai';
import type { BadgeBox, BadgeFace, BadgeLayout, BadgePart, Rect } from '../../../contract/badge/boxes.ts';
import {
  badgeAligns,
  type BadgeDesign,
  badgeLimits,
  bandPlaces,
  firstDesign,
  orientations,
  qrPlaces,
  sizeChoices,
  sizeOf,
} from '../../../contract/badge/design.ts';
import { SMALLEST } from '../../../contract/badge/fit-text.ts';
import { labelPapers } from '../../../contract/badge/label-papers.ts';
import { layoutBadge } from '../../../contract/badge/layout.ts';
import { textWidth } from '../../../server/platform/pdf/text-width.ts';

const HAIR = 0.02;

describe('the layout of a badge', () => {
  it('lets nothing leave the badge or overlap, and sets nothing below seven points, whatever is on it', () => {
    const random = numbers(20_261_215);
    for (let round = 0; round < 250; round += 1) {
      const design = anyDesign(random);
      const face = anyFace(random);
      const layout = layoutBadge(design, sizeOf(design), face, textWidth);
      const told = JSON.stringify({ round, design, face, layout });
      expect(strays(layout), `leaves the badge: ${told}`).to.deep.equal([]);
      expect(overlaps(layout), `overlaps: ${told}`).to.deep.equal([]);
      expect(tooSmall(layout), `too small: ${told}`).to.deep.equal([]);
      expect(tooWide(layout), `wider than its box: ${told}`).to.deep.equal([]);
      expect(partsOf(layout), `has no name: ${told}`).to.include('name');
      expect(layout.boxes.some(({ kind }) => kind === 'qr')).to.equal(design.qr !== 'none', told);
    }
  });

  it('says of everything that was asked for that it is there, is cut, or is missing', () => {
    const random = numbers(7);
    for (let round = 0; round < 100; round += 1) {
      const design = { ...anyDesign(random), band: 'bottom' as const };
      const face = anyFace(random);
      const layout = layoutBadge(design, sizeOf(design), face, textWidth);
      const asked = (
        ['name', 'otherName', 'position', 'unit', 'category', 'event', 'date', 'seat', 'code'] as const
      ).filter((part) => face[part] !== '');
      expect([...partsOf(layout), ...layout.missing]).to.include.members(asked);
      const uncut = partsOf(layout).filter((part) => !layout.cut.includes(part) && part !== 'category');
      for (const part of uncut) expect(textOf(layout, part), part).to.equal(squeezed(face[part as 'name']));
    }
  });

  it('gives a long given name of thirty letters smaller letters instead of cutting it', () => {
    const name = 'Константинопольскоградскийсобор';
    const layout = layoutBadge(firstDesign, sizeOf(firstDesign), { ...blank, name }, textWidth);
    expect(textOf(layout, 'name')).to.equal(squeezed(name));
    expect([layout.cut, layout.missing]).to.deep.equal([[], []]);
  });

  it('cuts no name on the smallest label: it gets more lines there', () => {
    const { label } = labelPapers.L7160;
    const long = {
      ...blank,
      category: 'Đại biểu',
      position: 'Phó Chủ tịch Hội đồng nhân dân',
      unit: 'Trung tâm Nghiên cứu và Phát triển Khoa học Công nghệ',
    };
    for (const name of [
      'Công Tằng Tôn Nữ Phương Thảo Nguyễn Hoàng Diễm Quỳnh',
      'Рождественская-Преображенская Александра Константиновна',
    ]) {
      const layout = layoutBadge(firstDesign, label, { ...long, name }, textWidth);
      expect(textOf(layout, 'name')).to.equal(squeezed(name));
      expect(layout.cut).not.to.include('name');
    }
  });

  it('sets a usual name large and in lines of about the same length', () => {
    const face = {
      ...blank,
      name: 'Phạm Nguyễn Hoàng Phương Thảo',
      position: 'Chuyên viên',
      unit: 'Viện Dầu khí',
    };
    const layout = layoutBadge(firstDesign, sizeOf(firstDesign), face, textWidth);
    const name = layout.boxes.find((box) => box.kind === 'text' && box.part === 'name');
    expect(name).to.deep.include({ lines: ['Phạm Nguyễn', 'Hoàng Phương Thảo'] });
    expect(name && 'size' in name ? name.size : 0).to.be.greaterThan(4.7);
  });

  it('is the same for the same design and the same words', () => {
    const face = { ...blank, name: 'Nguyễn Văn Thành', category: 'Đại biểu', event: 'Hội nghị khách hàng' };
    const twice = [1, 2].map(() => layoutBadge(firstDesign, sizeOf(firstDesign), face, textWidth));
    expect(twice[0]).to.deep.equal(twice[1]);
  });
});

const blank: BadgeFace = {
  name: '',
  otherName: '',
  position: '',
  unit: '',
  category: '',
  tone: '',
  seat: '',
  code: '',
  event: '',
  date: '',
  logo: null,
};

const words = [
  'Nguyễn',
  'Phó',
  'Giám',
  'đốc',
  'Ẫm',
  'Trung',
  'tâm',
  'Небоженко',
  'Виктор',
  'заместитель',
  'начальника',
  'Превысокомногорассмотрительствующая',
  'Konstantin-Alexander',
  'Wolfeschlegelsteinhausenbergerdorff',
  'и',
  'of',
  'Vietsovpetro',
];

type Random = () => number;

/** The same numbers each time. */
function numbers(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

function text(random: Random, most: number): string {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(random, ['', ...words]))
    .join(' ')
    .trim();
}

function anyDesign(random: Random): BadgeDesign {
  const { shortest, longSide, qrSmallest, qrLargest } = badgeLimits;
  return {
    ...firstDesign,
    size: pick(random, sizeChoices),
    width: shortest + random() * 120,
    height: longSide + random() * 120,
    orientation: pick(random, orientations),
    band: pick(random, bandPlaces),
    qr: pick(random, qrPlaces),
    qrSize: qrSmallest + random() * (qrLargest - qrSmallest),
    align: pick(random, badgeAligns),
  };
}

function anyFace(random: Random): BadgeFace {
  return {
    name: `${text(random, 5)} Thành`.trim(),
    otherName: text(random, 3),
    position: text(random, 8),
    unit: text(random, 14),
    category: text(random, 3),
    tone: 'gold',
    seat: text(random, 3),
    code: random() < 0.5 ? '' : 'ABCD-EFGH-JKMN',
    event: text(random, 14),
    date: text(random, 3),
    logo: random() < 0.5 ? null : 0.2 + random() * 6,
  };
}

function strays({ width, height, boxes }: BadgeLayout): BadgeBox[] {
  return boxes.filter(
    (box) =>
      box.x < -HAIR ||
      box.y < -HAIR ||
      box.x + box.width > width + HAIR ||
      box.y + box.height > height + HAIR,
  );
}

/** What stands on the band lies over it. */
function overlaps({ boxes }: BadgeLayout): [BadgeBox, BadgeBox][] {
  const apart = boxes.filter((box) => !(box.kind === 'text' && box.ink === 'on-band'));
  return apart.flatMap((box, at) =>
    apart.slice(at + 1).flatMap((other): [BadgeBox, BadgeBox][] => (meet(box, other) ? [[box, other]] : [])),
  );
}

function meet(a: Rect, b: Rect): boolean {
  const apart =
    a.x + a.width <= b.x + HAIR ||
    b.x + b.width <= a.x + HAIR ||
    a.y + a.height <= b.y + HAIR ||
    b.y + b.height <= a.y + HAIR;
  return !apart;
}

function tooSmall({ boxes }: BadgeLayout): BadgeBox[] {
  return boxes.filter((box) => box.kind === 'text' && box.size < SMALLEST - 0.001);
}

function tooWide({ boxes }: BadgeLayout): string[] {
  return boxes.flatMap((box) =>
    box.kind === 'text'
      ? box.lines.filter((line) => textWidth(line, box.weight) * box.size > box.width + HAIR)
      : [],
  );
}

function partsOf({ boxes }: BadgeLayout): BadgePart[] {
  return boxes.flatMap((box) => (box.kind === 'text' ? [box.part] : []));
}

function textOf({ boxes }: BadgeLayout, part: string): string {
  const box = boxes.find((each) => each.kind === 'text' && each.part === part);
  return box?.kind === 'text' ? squeezed(box.lines.join('')) : '';
}

/** Without what breaking into lines adds or takes away. */
function squeezed(words: string): string {
  return words.replaceAll(/[\s-]+/g, '');
}
