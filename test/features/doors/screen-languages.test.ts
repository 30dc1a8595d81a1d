import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { enterCode, openDoorPage } from '../../support/door-page.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';

describe('a device in the language of whoever stands before it', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;
  before(async () => {
    app = await startTestApp();
    event = await makeEvent({
      state: 'live',
      title: { vi: 'Hội nghị tổng kết', en: 'Annual meeting', ru: 'Итоговое совещание' },
      categories: [
        { id: 'one', title: { vi: 'Đại biểu', en: 'Delegates', ru: 'Делегаты' }, order: 1, tone: '' },
        { id: 'two', title: { vi: 'Khách mời', en: 'Guests' }, order: 2, tone: '' },
      ],
    });
    const seated = { event: event._id, category: 'one', name: { vi: 'Đặng Đình Công' } };
    await makeGuest({ ...seated, code: 'AAAA1111BBBB', seat: 'Bàn 1 – ghế 7' });
    await makeGuest({ event: event._id, category: 'two', standing: 'attending' });
  });
  after(() => app.close());

  it('says the event, the categories and the seat in it, and finds a seat by that name', async () => {
    const { page, context } = await openDoorPage(app, event, { locale: 'en' });
    await page.locator('[data-state-line][data-tone="good"]').waitFor();
    await page.getByText('Annual meeting').waitFor();
    expect(await page.locator('main').innerText()).not.to.contain('Hội nghị tổng kết');
    await page.locator('#device-q').fill('table 1');
    await page.locator('[data-people]').getByText('Table 1 – seat 7').waitFor();
    await enterCode(page, 'AAAA1111BBBB');
    await page.locator('[data-verdict="welcome"]').getByText('Table 1 – seat 7').waitFor();

    expect(await page.locator('[data-groups]').textContent())
      .to.contain('Delegates')
      .and.contain('Guests');
    await page.locator('[data-menu]').click();
    await page.getByRole('button', { name: 'Русский' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('Итоговое совещание').waitFor();
    expect(await page.locator('[data-groups]').textContent())
      .to.contain('Делегаты')
      .and.contain('Guests');
    await page.locator('[data-verdict="welcome"]').getByText('Стол 1 – место 7').waitFor();
    await context.close();
  });

  it('greets at a kiosk with the seat in the language that was chosen there', async () => {
    const profile = { kiosk: true };
    const { page, context } = await openDoorPage(app, event, { profile, width: 768, height: 1024 });
    await page.getByText('Hội nghị tổng kết').waitFor();
    await page.getByRole('button', { name: 'Русский' }).click();
    await page.getByText('Итоговое совещание').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Annual meeting').waitFor();
    await makeGuest({
      event: event._id,
      code: 'CCCC1111DDDD',
      name: { vi: 'Lê Thị Mai' },
      seat: 'Bàn 2 – ghế 3',
    });
    await page.keyboard.type('CCCC1111DDDD\n');
    await page.getByText('Table 2 – seat 3').waitFor();
    await context.close();
  });
});
