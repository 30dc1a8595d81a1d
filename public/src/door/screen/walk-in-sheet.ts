import type { DoorCategory } from '../../../../contract/door/sync.ts';
import { part, parts } from '../../lib/dom.ts';
import { type WalkInFields, writeDownWalkIn } from '../deeds.ts';
import { openSheet, sayWrong } from './sheet.ts';
import type { Work } from './work.ts';
import { say, told } from './words.ts';

const PHONE = /^[\d\s+().-]*$/;

/** Somebody who is not on the list: written down, then let in. What is wrong is said, and nothing typed is lost. */
export function openWalkIn(work: Work): void {
  const { element, close } = openSheet('walk-in-sheet');
  const form = part(element, 'form', HTMLFormElement);
  const failure = part(element, '[data-failure]');
  offer(part(element, 'select', HTMLSelectElement), work.desk.list.setting().categories);

  async function send(): Promise<void> {
    const fields = fieldsOf(form);
    if (!isRight(element, fields)) return;
    try {
      const guest = await writeDownWalkIn(work.desk, fields);
      close();
      await work.attempt({ guest: guest.id, method: 'search' });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      failure.textContent = say('door-app.reason.not-recorded');
      failure.hidden = false;
      work.alarm(error, null);
    }
  }

  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    void send();
  });
}

function offer(select: HTMLSelectElement, categories: readonly DoorCategory[]): void {
  const none = new Option(say('door-app.walk-in.category-none'), '');
  select.replaceChildren(none, ...categories.map(({ id, title }) => new Option(told(title), id)));
}

function fieldsOf(form: HTMLFormElement): WalkInFields {
  const data = new FormData(form);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    name: text('name'),
    position: text('position'),
    unit: text('unit'),
    phone: text('phone'),
    category: text('category'),
    photo: data.has('photo') ? 'yes' : 'no',
    note: text('note'),
  };
}

/** The last wrong field is told first, so that the focus ends on the first. */
function isRight(sheet: HTMLElement, { name, phone }: WalkInFields): boolean {
  const wrong: Record<string, string> = {
    phone: PHONE.test(phone) ? '' : say('door-app.walk-in.phone-wrong'),
    name: name === '' ? say('door-app.walk-in.name-needed') : '',
  };
  for (const [field, sentence] of Object.entries(wrong)) {
    const input = parts(sheet, 'input', HTMLInputElement).find((each) => each.name === field);
    if (input) sayWrong(sheet, input, sentence);
  }
  return Object.values(wrong).every((sentence) => sentence === '');
}
