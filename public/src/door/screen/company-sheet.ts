import { part } from '../../lib/dom.ts';
import { companionIn, companionsInside } from '../deeds.ts';
import { onList } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { insideFact } from './person-row.ts';
import { openSheet } from './sheet.ts';
import type { Undoing } from './undo.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

/** After a guest was taken back: those who came in with them still count, and can be taken back, too. */
export function offerCompany(work: Work, outcome: Outcome, undo: Undoing): void {
  const { guest } = outcome;
  const company = outcome.companion === '' ? companyOf(work, outcome) : [];
  if (!guest || company.length === 0) return;
  const { element, close } = openSheet('company-sheet');
  const names = company.map(({ companion }) => companion).join(', ');
  part(element, '[data-part="text"]').textContent = say('door-app.company.text', {
    names,
    name: guest.name,
  });
  const all = part(element, '[data-all]');
  all.textContent = say('door-app.company.undo', { count: company.length });
  all.addEventListener('click', () => {
    close();
    void takeAll(company, undo);
  });
}

/** Those whom this device may take back: a steward only what was done here. */
function companyOf(work: Work, { guest, list: id }: Outcome): Outcome[] {
  const list = work.desk.list.list(id);
  if (!guest || !list) return [];
  const desk = onList(work.desk, list);
  if (insideFact(guest, desk)) return [];
  const { door } = desk.list.setting();
  return companionsInside(desk, guest)
    .filter(({ device }) => work.isSupervisor() || device === door.id)
    .map((fact) => companionIn(desk, guest, fact));
}

async function takeAll(company: readonly Outcome[], undo: Undoing): Promise<void> {
  for (const each of company) await undo.take(each);
}
