import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { readPassText } from '../../../contract/pass/pass-text.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { passTextOf } from '../../../server/features/passes/pass-of.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { until } from '../../support/until.ts';

describe('printed passes', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    const wasm = await readFile(
      createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
    );
    await prepareZXingModule({
      overrides: { wasmBinary: Uint8Array.from(wasm).buffer },
      fireImmediately: true,
    });
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('are eight on a sheet, in the language of each guest, of everybody whose pass admits', async () => {
    const { desk, event } = await office();
    for (let count = 0; count < 8; count += 1) await makeGuest({ event: event._id });
    await makeGuest({
      event: event._id,
      locale: 'ru',
      name: { ru: { family: 'Небоженко', given: 'Виктор' } },
    });
    await makeGuest({ event: event._id, state: 'cancelled', name: { vi: 'Người Đã Hủy' } });
    const revoked = { issuedAt: null, revokedAt: new Date(), former: [] };
    await makeGuest({ event: event._id, pass: revoked, name: { vi: 'Người Bị Thu Hồi' } });

    const page = await desk.get(paths.passPrinting(event));
    expect(visibleText(page.text)).to.contain('9 khách trong danh sách').and.contain('Thẻ 1 – 9');
    const pages = await sheets(desk, paths.passSheets(event));

    expect(pages).to.have.length(2);
    expect(pages[1]).to.contain('Небоженко').and.contain('Дата и время');
    expect(pages.join(' ')).to.not.contain('Người Đã Hủy').and.not.contain('Người Bị Thu Hồi');
  });

  it('leave out who declined and say so, unless they are asked for', async () => {
    const { desk, event } = await office();
    await makeGuest({ event: event._id, name: { vi: 'Trần Văn Đến' } });
    const answer = {
      kind: 'declined',
      channel: 'phone',
      by: '',
      at: new Date(),
      note: '',
      substitute: null,
    } as const;
    const away = await makeGuest({ event: event._id, name: { vi: 'Lê Thị Vắng' }, answer });

    const page = await desk.get(paths.passPrinting(event));
    expect(visibleText(page.text))
      .to.contain('1 khách trong danh sách')
      .and.contain('Đã bỏ qua 1 khách từ chối');
    expect((await sheets(desk, paths.passSheets(event))).join(' ')).to.not.contain('Lê Thị Vắng');

    const ticked = await desk.postForm(paths.passPrinting(event), { guests: [String(away._id)] });
    const printing = visibleText((await desk.get(ticked.location)).text);
    expect(printing).to.contain('1 khách đã chọn').and.not.contain('Đã bỏ qua');
    const declined = visibleText((await desk.get(`${paths.passPrinting(event)}?tab=declined`)).text);
    expect(declined).to.contain('1 khách trong danh sách').and.not.contain('Đã bỏ qua');
  });

  it('follow the filter of the list, or who was ticked', async () => {
    const { desk, event } = await office();
    const [, second] = await Promise.all(
      ['Trần Văn Một', 'Lê Thị Hai'].map((vi) => makeGuest({ event: event._id, name: { vi } })),
    );
    const list = await desk.get(`${paths.guests(event)}?q=tran`);
    expect(unescaped(list.text)).to.contain(`${paths.passPrinting(event)}?q=tran`);

    const found = await sheets(desk, `${paths.passSheets(event)}?q=tran&layout=a6`);
    expect(found).to.have.length(1);
    expect(found[0]).to.contain('Trần Văn Một');

    const chosen = await desk.postForm(paths.passPrinting(event), { guests: [String(second?._id)] });
    const printing = await desk.get(chosen.location);
    const address = /href="([^"]*passes\.pdf[^"]*)"/.exec(unescaped(printing.text))?.[1] ?? '';
    const ticked = await sheets(desk, address);
    expect(ticked.join(' ')).to.contain('Lê Thị Hai').and.not.contain('Trần Văn Một');
  });

  it('are read by a camera from the paper, large and small', async () => {
    const { desk, event } = await office();
    const guest = await makeGuest({ event: event._id });
    const signed = await passTextOf(event, guest, app.secret('pass'));
    for (const path of [paths.passSheets(event), paths.guestPassSheet(event, guest)]) {
      const [found] = await readBarcodes(picture(await pdf(desk, path)), { formats: ['QRCode'] });
      expect(found?.text).to.equal(signed);
    }
  });

  it('keep the longest names within their place', async () => {
    const { desk, event } = await office({
      title: {
        vi: 'Hội nghị Tổng kết công tác năm 2026 và triển khai nhiệm vụ năm 2027 của Trung tâm Khoa học và Công nghệ',
      },
    });
    const long: Partial<Guest> = {
      name: { vi: 'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Phương Thảo Nguyên' },
      position: { vi: 'Phó Giám đốc phụ trách Kỹ thuật kiêm Trưởng ban Chuyển đổi số và Đổi mới sáng tạo' },
      organisationName: { vi: 'Tổng công ty Dịch vụ Kỹ thuật Dầu khí Việt Nam' },
      seat: 'A-12',
    };
    for (let count = 0; count < 9; count += 1) await makeGuest({ event: event._id, ...long });
    const eight = await pdf(desk, paths.passSheets(event));
    const places = linesOf(eight).map(({ top }) => top % CELL);
    expect(places).to.have.length.greaterThan(100);
    expect(Math.min(...places), 'nothing begins where a pass is cut off').to.be.at.least(14);
    const single = await sheets(desk, `${paths.passSheets(event)}?layout=a6`);
    expect([pdfPages(eight).length, single.length]).to.deep.equal([2, 9]);
  });

  it('are signed with another key when that is asked for, and the history says so', async () => {
    const { desk, event } = await office();
    const guest = await makeGuest({ event: event._id });
    const before = await passTextOf(event, guest, app.secret('pass'));
    await desk.get(paths.passPrinting(event));

    expect((await desk.postForm(paths.rotatePassKey(event))).location).to.equal(paths.passPrinting(event));

    const after = await passTextOf(event, guest, app.secret('pass'));
    expect([before, after].map((text) => readPassText(text)?.payload.keyId)).to.deep.equal([1, 2]);
    await until(async () => (await desk.get(paths.history(event))).text.includes('khóa mới là số 2'));
  });

  it('are nothing for those who may not change guests, and for nobody', async () => {
    const { desk, event } = await office();
    const viewer = await makeUser();
    await makeMembership(viewer, event, 'viewer');
    for (const path of [paths.passPrinting(event), paths.passSheets(event)])
      expect((await app.as(viewer).get(path)).status).to.equal(403);
    expect((await desk.get(paths.passSheets(event))).status).to.equal(404);
  });

  async function office(given: Partial<Conference> = {}): Promise<{ desk: TestClient; event: Conference }> {
    const event = await makeEvent(given);
    const user = await makeUser();
    await makeMembership(user, event);
    const desk = app.as(user);
    return { desk, event };
  }

  async function pdf(client: TestClient, path: string): Promise<Uint8Array> {
    const response = await fetch(app.url + path, { headers: { cookie: await client.cookieHeader() } });
    expect(response.headers.get('content-type')).to.equal('application/pdf');
    return new Uint8Array(await response.arrayBuffer());
  }

  async function sheets(client: TestClient, path: string): Promise<string[]> {
    return pdfPages(await pdf(client, path));
  }
});

/** A quarter of the height of A4, in points. */
const CELL = 841.89 / 4;

/** Where each word stands on its page, from above. */
function linesOf(file: Uint8Array): { top: number }[] {
  const { stdout } = spawnSync('pdftotext', ['-bbox', '-', '-'], { input: file, encoding: 'utf8' });
  return [...stdout.matchAll(/<word xMin="[\d.]+" yMin="([\d.]+)"/g)].map(([, top]) => ({
    top: Number(top),
  }));
}

function unescaped(html: string): string {
  return html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}

/** The first page as a camera sees it, 100 dots to the inch. */
function picture(file: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-passes-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), file);
    spawnSync('pdftoppm', ['-png', '-r', '100', '-singlefile', join(folder, 'in.pdf'), join(folder, 'out')]);
    return new Uint8Array(readFileSync(join(folder, 'out.png')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
