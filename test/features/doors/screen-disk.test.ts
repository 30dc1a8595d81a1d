import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { CheckIns } from '../../../models/check-in.ts';
import { Doors } from '../../../models/door.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { useDatabase } from '../../support/database.ts';
import { type DoorPage, enterCode, openDoorPage } from '../../support/door-page.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

describe('the screen of a device whose disk or server says no', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  let device: DoorPage;
  let page: Page;

  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  beforeEach(async () => {
    event = await makeEvent({ state: 'live' });
    const along = [{ name: 'Trần Văn Bảy', position: '' }];
    await guest('AAAA1111BBBB', 'Đặng Đình Công', { answer: comingWith(along) });
    await guest('BBBB1111CCCC', 'Hoàng Thị Đông', {});
    device = await openDoorPage(app, event);
    ({ page } = device);
    await online();
  });
  afterEach(() => device.context.close());

  const guest = (code: string, name: string, given: Partial<Guest>) =>
    makeGuest({ event: event._id, code, name: { vi: name }, ...given });
  const online = () => page.locator('[data-state-line][data-tone="good"]').waitFor();
  const verdict = (signal: string) => page.locator(`[data-result] [data-verdict="${signal}"]`);
  const trouble = (text: string) => page.locator('[data-trouble]').getByText(text).waitFor();
  const cutOff = async (): Promise<void> => {
    await device.context.setOffline(true);
    await page.locator('[data-state-line]').click();
    await page.getByText('Ngoại tuyến').waitFor();
  };

  /** From now on every write of these stores fails as on a full disk. */
  const fillDisk = (method: 'add' | 'put', names: string[]) =>
    page.evaluate(`{
      const write = IDBObjectStore.prototype.${method};
      IDBObjectStore.prototype.${method} = function (...given) {
        if (${JSON.stringify(names)}.includes(this.name)) throw new DOMException('full', 'QuotaExceededError');
        return write.apply(this, given);
      };
    }`);

  it('turns red when a companion, a guest of a delegation or somebody new could not be kept', async () => {
    await enterCode(page, 'AAAA1111BBBB');
    await page.getByRole('button', { name: 'Cho vào: Trần Văn Bảy' }).waitFor();
    await fillDisk('add', ['queue']);
    await page.getByRole('button', { name: 'Cho vào: Trần Văn Bảy' }).click();
    await verdict('unrecorded').getByText('Hãy ghi tay tên khách').waitFor();
    await trouble('Bộ nhớ của máy đã đầy');
    expect(await page.getByRole('button', { name: 'Cho vào: Trần Văn Bảy' }).isVisible()).to.equal(true);
    expect(await axeViolations(page)).to.deep.equal([]);

    await verdict('unrecorded').click();
    await page.getByRole('button', { name: 'Thêm khách' }).click();
    await page.locator('#walk-in-name').fill('Bùi Vãng Lai');
    await page.getByRole('button', { name: 'Ghi tên và cho vào' }).click();
    await page.locator('[data-failure]').getByText('Hãy ghi tay tên khách').waitFor();
    expect(await page.locator('#walk-in-name').inputValue()).to.equal('Bùi Vãng Lai');
    await verdict('unrecorded').waitFor();
  });

  it('turns red when an exit could not be kept', async () => {
    await enterCode(page, 'AAAA1111BBBB');
    await verdict('welcome').waitFor();
    await page.locator('#device-q').fill('dinh cong');
    await page.getByRole('button', { name: 'Việc khác với Đặng Đình Công' }).click();
    await fillDisk('add', ['queue']);
    await page.locator('[data-out]').click();

    await verdict('unrecorded').getByText('Đặng Đình Công').waitFor();
  });

  it('takes back what the band says when its button is held, not when it is touched', async () => {
    await enterCode(page, 'BBBB1111CCCC');
    const hold = verdict('welcome').locator('[data-hold]');
    await hold.click();
    await page.waitForTimeout(700);
    expect(await verdict('welcome').isVisible()).to.equal(true);
    await hold.focus();
    await page.keyboard.down('Enter');
    await verdict('welcome').waitFor({ state: 'detached' });
    await page.keyboard.up('Enter');

    await page.locator('[data-recent] li').getByText('Đã hoàn tác').waitFor();
    await until(async () => (await CheckIns.findOne({ event: event._id }).lean())?.admission === null);
  });

  it('says that its storage is full, and works with network all the same', async () => {
    await fillDisk('put', ['list', 'notes']);
    await page.locator('[data-state-line]').click();
    await trouble('Bộ nhớ của máy đã đầy');
    await online();
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
  });

  it('says why the server takes nothing of it, and hears the rest all the same', async () => {
    await page.route('**/door/upload', (route) =>
      route.fulfill({ status: 413, json: { code: 'errors.too-large', detail: 'Quá lớn.' } }),
    );
    await cutOff();
    await enterCode(page, 'AAAA1111BBBB');
    await verdict('welcome').waitFor();
    await device.context.setOffline(false);
    await page.locator('[data-state-line]', { hasText: 'Máy chủ không nhận dữ liệu' }).waitFor();
    await trouble('Lý do: Quá lớn.');
    await guest('CCCC1111DDDD', 'Phan Mới Thêm', {});
    await page.locator('#device-q').fill('phan moi them');
    await page.getByRole('button', { name: 'Cho vào: Phan Mới Thêm' }).waitFor();

    await page.unroute('**/door/upload');
    await page.locator('[data-state-line]').click();
    await online();
    expect(await page.locator('[data-trouble]').isVisible()).to.equal(false);
  });

  it('opens although records cannot be read, counts them, and puts them into the file', async () => {
    await page.evaluate(spoilRecords);
    await page.reload();
    await trouble('1 bản ghi trên máy này không đọc được');
    await online();
    await enterCode(page, 'AAAA1111BBBB');
    await verdict('welcome').waitFor();

    await page.locator('[data-menu]').click();
    const saving = page.waitForEvent('download');
    await page.locator('[data-export]').click();
    const file: unknown = JSON.parse(readFileSync(await (await saving).path(), 'utf8'));
    expect(file).to.have.property('unreadable').with.lengthOf(1);
    await page.locator('[data-leave]').click();
    await page.locator('dialog [data-status]').getByText('không đọc được').waitFor();
    await until(async () => (await Doors.findOne({ event: event._id }).lean())?.contact?.unsynced === 1);
  });

  it('knows without network whom the server welcomed right before the page was closed', async () => {
    // Held for good: no sync tells of the welcome any more.
    await page.route('**/door/sync', () => {});
    await enterCode(page, 'AAAA1111BBBB');
    await verdict('welcome').waitFor();
    expect(await page.locator('[data-recent]').innerText()).not.to.contain('Chưa gửi');
    await page.route(/\/door\/(sync|scan|upload|search)$/, (route) => route.abort());
    await page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
    await page.reload();
    await page.getByText('Ngoại tuyến').waitFor();
    await enterCode(page, 'AAAA1111BBBB');

    await verdict('already').waitFor();
  });

  it('gives those who were found the room of the page on a telephone, and shows the last answer small', async () => {
    for (let number = 1; number <= 8; number += 1)
      await guest(`EEEE${number}111FFFF`, `Vũ Quang Thứ ${number}`, {});
    await enterCode(page, 'AAAA1111BBBB');
    await verdict('welcome').waitFor();
    await page.locator('#device-q').fill('vu quang');
    await page.getByRole('button', { name: 'Cho vào: Vũ Quang Thứ 8' }).waitFor();

    const height = (await page.locator('[data-people]').boundingBox())?.height ?? 0;
    expect(height).to.be.greaterThan(740 * 0.6);
    expect((await verdict('welcome').boundingBox())?.height).to.be.lessThan(64);
    expect(await axeViolations(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Xóa ô tìm' }).click();
    expect((await verdict('welcome').boundingBox())?.height).to.be.greaterThan(140);
  });
});

/** One in the queue and one in the list that nobody has sealed. */
async function spoilRecords(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('rostrum-door');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const spoiling = database.transaction(['queue', 'list'], 'readwrite');
  const broken = { iv: new Uint8Array(12), data: new ArrayBuffer(40) };
  spoiling.objectStore('queue').add(broken, 700);
  spoiling.objectStore('list').add(broken, 700);
  await new Promise((resolve) => spoiling.addEventListener('complete', resolve));
  database.close();
}

function comingWith(companions: { name: string; position: string }[]): Guest['answer'] {
  const details = { dietary: '', access: '', transport: '', photo: 'yes' as const, questions: [] };
  const about = { channel: 'page' as const, by: '', at: new Date(), note: '', substitute: null };
  return { kind: 'attending', ...about, details: { ...details, companions } };
}
