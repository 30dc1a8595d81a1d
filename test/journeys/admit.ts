import type { Page } from 'playwright-core';

/** Types a code on the page of a device, or of a member at a door; what the band answers to this attempt. */
export async function admit(door: Page, code = ''): Promise<string> {
  const band = door.locator('[data-result] .verdict:not([data-verdict="pending"])');
  const field = door.locator('#device-q, #door-q');
  await field.press('Escape');
  await door.locator('[data-result] .verdict').waitFor({ state: 'detached' });
  await field.fill(code);
  await field.press('Enter');
  await band.waitFor();
  return band.innerText();
}
