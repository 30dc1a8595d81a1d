import { part } from '../../lib/dom.ts';
import { coalesce } from '../../lib/timing.ts';
import { keepAwake } from '../../modules/door-awake.ts';
import type { Desk } from '../desk.ts';
import type { DeviceScreen } from '../screen.ts';
import { orderDue } from './badge.ts';
import { elsewherePage, failedPage, overPage } from './end-page.ts';
import { watchInstall } from './install.ts';
import { installFirstPage } from './install-first-page.ts';
import { made } from './made.ts';
import { setupPage } from './setup-page.ts';
import { stage } from './stage.ts';
import { onLanguage, say, startLanguage } from './words.ts';

/** Everything a person sees of a device, in the place that the page has for it. */
export function deviceScreen(body: HTMLElement): DeviceScreen {
  const main = part(body, '[data-app]');
  const pages = stage(main);
  let isAlready = false;
  let atWork: Desk | undefined;
  const orderBadges = coalesce(async () => {
    if (atWork) await orderDue(atWork);
  });

  startLanguage();
  watchInstall();
  onLanguage(pages.speak);
  void keepAwake(() => true);

  return {
    notSetUp: (use) => pages.show(setupPage(use)),
    installFirst: (link, use) => pages.show(installFirstPage(link, use)),
    alreadySetUp: () => {
      isAlready = true;
    },
    elsewhere: () => pages.show(elsewherePage()),
    open(desk) {
      pages.open(desk);
      if (isAlready) main.prepend(alreadyNotice(desk));
      isAlready = false;
    },
    changed(desk) {
      atWork = desk;
      pages.changed(desk);
      void orderBadges();
    },
    over: (unsent) => pages.show(overPage(unsent)),
    failed: (error) => pages.show(failedPage(error)),
  };
}

/** A code was opened on a device that is at work. */
function alreadyNotice(desk: Desk): HTMLElement {
  const notice = made('notice');
  part(notice, '[data-part="text"]').textContent = say('door-app.already', {
    name: desk.list.setting().door.name,
  });
  part(notice, '[data-close]').addEventListener('click', () => notice.remove());
  return notice;
}
