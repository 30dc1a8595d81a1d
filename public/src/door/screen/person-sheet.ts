import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { delegate, part } from '../../lib/dom.ts';
import { fillParts } from '../../lib/template.ts';
import { insideFact, insideSince } from './person-row.ts';
import { openSheet, sayWrong, type Sheet } from './sheet.ts';
import { firstEntry, titleOf } from './verdict-words.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

/** What a supervisor may do with a guest beyond the rule. */
export function openPerson(guest: DoorGuest, work: Work, reprint: (guest: DoorGuest) => void): void {
  const sheet = openSheet('person-sheet');
  const { element } = sheet;
  fillParts(element, { name: guest.name, detail: titleOf(guest) });
  admitAnyway(sheet, guest, work);
  sendInstead(sheet, guest, work);

  const out = part(element, '[data-out]');
  out.hidden = insideSince(guest, work) === null;
  out.addEventListener('click', () => {
    sheet.close();
    void work.letOut(guest);
  });
  const badge = part(element, '[data-badge]');
  badge.hidden = work.desk.list.setting().profile.badge === 'none';
  badge.addEventListener('click', () => {
    sheet.close();
    reprint(guest);
  });
}

function admitAnyway({ element, close }: Sheet, guest: DoorGuest, work: Work): void {
  const form = part(element, '[data-override-form]', HTMLFormElement);
  const field = part(form, 'input', HTMLInputElement);
  delegate(form, 'click', '[data-reason]', (chip) => {
    field.value = chip.textContent.trim();
    sayWrong(element, field, '');
  });
  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    const override = field.value.trim();
    if (override === '') return sayWrong(element, field, say('door-app.sheet.reason-needed'));
    close();
    void work.attempt({ guest: guest.id, method: 'search' }, { override });
  });
}

function sendInstead({ element, close }: Sheet, guest: DoorGuest, work: Work): void {
  const form = part(element, '[data-substitute-form]', HTMLFormElement);
  const field = part(form, 'input', HTMLInputElement);
  field.value = guest.substitute;
  warnOfInside(part(form, '[data-inside]'), guest, work);
  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    const substitute = field.value.trim();
    if (substitute === '') return sayWrong(element, field, say('door-app.sheet.substitute-needed'));
    close();
    void work.attempt({ guest: guest.id, method: 'search' }, { substitute });
  });
}

/** Whoever is in already needs nobody in their place, or two people have come on one name. */
function warnOfInside(line: HTMLElement, guest: DoorGuest, { desk }: Work): void {
  const first = insideFact(guest, desk);
  line.hidden = first === null;
  if (!first) return;
  const word = first.substitute
    ? say('door-app.sheet.inside-instead', { name: first.substitute })
    : say('door-app.sheet.inside-already', { name: guest.name });
  const entry = firstEntry(first, desk.list.setting().event.timeZone);
  part(line, '[data-part="inside"]').textContent = `${word} ${entry}`;
}
