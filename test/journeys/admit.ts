import type { Page } from 'playwright-core';

/** Types a code at the door; what the band answers to this scan. */
export async function admit(door: Page, code = ''): Promise<string> {
  const bands = door.locator('[data-result] .verdict');
  const last = (await bands.count()) ? await bands.first().getAttribute('data-scan') : null;
  await door.fill('#door-q', code);
  await door.press('#door-q', 'Enter');
  const settled = { hasNotText: 'Đang gửi' };
  const band = (last ? door.locator(`[data-result] .verdict:not([data-scan="${last}"])`) : bands).filter(
    settled,
  );
  await band.waitFor();
  return band.innerText();
}
