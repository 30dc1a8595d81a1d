import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type BadgeDesign, badgeLimits, firstDesign, sizeOf } from '../../../contract/badge/design.ts';
import { type BadgePaper, firstPaper, gridOf } from '../../../contract/badge/sheet.ts';
import { PASS_LENGTH } from '../../../contract/pass/pass-text.ts';
import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { badgesDocument } from '../../../server/features/badges/badge-document.ts';
import { badgeFacts } from '../../../server/features/badges/badge-facts.ts';
import { badgeGuests } from '../../../server/features/badges/badge-guests.ts';
import { loadBadges } from '../../../server/features/badges/load-badges.ts';
import { type Badge, makeBadges } from '../../../server/features/badges/present-badges.ts';
import { renderPdf, stopPdf } from '../../../server/platform/pdf/render-pdf.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeGuest } from '../../support/factories.ts';
import { pdfPages } from '../../support/pdf-text.ts';

const secret = 'only for tests, long enough to be accepted';

describe('badges on sheets', () => {
  useDatabase();
  before('load the reader of codes', () => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } });
  });
  after('let the PDF thread rest', stopPdf);

  it('have every name whole in the file, in the three languages', async () => {
    const access = await accessAs('editor');
    const names = ['Phạm Nguyễn Hoàng Phương Thảo', 'Konstantinopolitanisherssonnnn', 'Vũ Thị Ẩm Ếch'];
    for (const vi of names) await guest(access, { name: { vi } });
    const ru = { family: 'Небоженко', given: 'Виктор', patronymic: 'Андреевич' };
    await guest(access, { name: { ru }, locale: 'ru' });
    const { pdf } = await printed(access, {}, {});
    const [page = ''] = pdfPages(pdf);
    for (const word of [...names, 'Небоженко Виктор Андреевич'].flatMap((name) => name.split(' ')))
      expect(page).to.include(word);
  });

  it('have codes that are read at the smallest size, printed with 300 dots to the inch', async () => {
    const access = await accessAs('editor');
    await guest(access, {});
    const { pdf, badges } = await printed(access, { qrSize: badgeLimits.qrSmallest }, { kind: 'single' });
    const [found] = await readBarcodes(pictures(pdf)[0] ?? new Uint8Array(), { formats: ['QRCode'] });
    expect(found?.text).to.equal(badges[0]?.qr);
    expect(found?.text.length).to.equal(PASS_LENGTH);
  });

  it('begin at the first free label, and lead to the programme from behind', async () => {
    const access = await accessAs('editor');
    for (let at = 0; at < 3; at += 1) await guest(access, {});
    const { pdf, badges } = await printed(access, { back: 'programme' }, { kind: 'L4785' }, 9);
    expect(pdfPages(pdf)).to.have.length(4);
    const backs = badges.map(({ back }) => back?.qr);
    expect(new Set(backs)).to.deep.equal(
      new Set([`https://rostrum.example/e/${access.event.slug}/programme`]),
    );
  });

  it('take the size of the label they are printed on', async () => {
    const access = await accessAs('editor');
    await guest(access, {});
    const { badges } = await printed(access, {}, { kind: 'L7160' });
    expect([badges[0]?.front.width, badges[0]?.front.height]).to.deep.equal([63.5, 38.1]);
  });

  it('add the name in another script, and not the same letters without their accents', async () => {
    const access = await accessAs('editor');
    await guest(access, { name: { vi: 'Vũ Thị Ẩm', latin: 'Vu Thi Am' }, order: '1' });
    const ru = { family: 'Небоженко', given: 'Виктор' };
    await guest(access, { name: { ru, latin: 'Viktor Nebozhenko' }, locale: 'ru', order: '2' });
    const { badges } = await printed(access, { names: 'both', fields: [] }, {});
    const texts = badges.map(({ front }) => front.lines.map(({ text }) => text).join(' '));
    expect(texts[0]).to.include('Vũ Thị Ẩm').and.not.include('Vu Thi Am');
    expect(texts[1]).to.include('Небоженко').and.include('Viktor Nebozhenko');
  });

  it('carry the name of whoever comes instead, without the position of the guest', async () => {
    const access = await accessAs('editor');
    const substitute = { name: 'Lê Văn Thay', position: '', phone: '', email: '' };
    const answer = {
      kind: 'substitute' as const,
      channel: 'phone' as const,
      by: 'x',
      at: new Date(),
      note: '',
      substitute,
    };
    await guest(access, { answer, position: { vi: 'Giám đốc' } });
    const { badges } = await printed(access, {}, {});
    expect(badges[0]?.name).to.equal('Lê Văn Thay');
    expect(JSON.stringify(badges[0]?.front.lines)).not.to.include('Giám đốc');
  });
});

async function guest(access: Access, given: Partial<Guest>): Promise<Guest> {
  return makeGuest({ ...given, event: access.event._id });
}

async function printed(
  access: Access,
  design: Partial<BadgeDesign>,
  ...[paper, start = 1]: [paper: Partial<BadgePaper>, start?: number]
): Promise<{ pdf: Buffer; badges: Badge[] }> {
  const { event } = access;
  const own = { ...firstDesign, ...design };
  const stored = {
    ...(await loadBadges(event)),
    designs: [{ ...own, category: '' }],
    paper: { ...firstPaper, ...paper },
  };
  const grid = gridOf(stored.paper, sizeOf(own));
  const guests = await badgeGuests(access, { who: 'all', guests: [] });
  const site = { url: 'https://rostrum.example', secret: () => secret };
  const facts = await badgeFacts(site, { event, badges: stored }, guests);
  const badges = await makeBadges(facts, guests, grid.label);
  const sheet = { grid, start, logo: null, title: 'Thẻ', author: 'Rostrum', locale: 'vi' as const };
  return { badges, pdf: await renderPdf(await badgesDocument(badges, sheet), access.actor.id) };
}

/** Each page as a printer with 300 dots to the inch would have it. */
function pictures(pdf: Buffer): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-badges-'));
  try {
    writeFileSync(join(folder, 'badges.pdf'), pdf);
    const made = spawnSync('pdftoppm', [
      '-r',
      '300',
      '-png',
      join(folder, 'badges.pdf'),
      join(folder, 'page'),
    ]);
    if (made.status !== 0) throw new Error(`pdftoppm: ${String(made.stderr)}`);
    const files = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return files.toSorted().map((name) => new Uint8Array(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
