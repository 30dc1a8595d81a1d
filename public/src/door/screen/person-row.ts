import { foldFacts } from '../../../../contract/attendance/fold.ts';
import type { DoorFact, DoorGuest } from '../../../../contract/door/sync.ts';
import { guestStandings, type GuestStanding } from '../../../../contract/states.ts';
import { part } from '../../lib/dom.ts';
import { fillParts } from '../../lib/template.ts';
import { companionMeant } from '../companion-meant.ts';
import { companionsOutside } from '../deeds.ts';
import type { Desk } from '../desk.ts';
import { seatIn } from '../seat-name.ts';
import { made } from './made.ts';
import { timeOfDay } from './time-words.ts';
import { titleOf } from './verdict-words.ts';
import type { Work } from './work.ts';
import { language, say } from './words.ts';

/** Somebody who was searched for by these words: who they are, how they stand, and one large button. */
export function personRow(guest: DoorGuest, work: Work, wanted: string): HTMLElement {
  const row = made('person');
  const since = insideSince(guest, work);
  const meant = companionMeant(guest, wanted);
  row.dataset['guest'] = guest.id;
  fillParts(row, {
    name: meant === null ? guest.name : `${guest.companions[meant]} → ${guest.name}`,
    detail: titleOf(guest),
    stand: [standOf(guest, work, since), seatIn(guest.seat, language())].filter(Boolean).join(' · '),
    note: guest.note,
    substitute: guest.substitute ? say('door-app.sends', { name: guest.substitute }) : '',
    plus: plusOf(guest),
  });
  part(row, '[data-stand]').dataset['tone'] = toneOf(guest, since);
  part(row, '[data-note-line]').hidden = guest.note === '';
  drawAct(part(row, '[data-act]'), guest, { work, since });
  if (meant !== null && since !== null) drawLate(row, guest, { work, place: meant });
  const more = part(row, '[data-more]');
  more.hidden = !work.isSupervisor();
  more.setAttribute('aria-label', say('door-app.more-named', { name: guest.name }));
  return row;
}

function drawAct(
  act: HTMLElement,
  guest: DoorGuest,
  { work, since }: { work: Work; since: number | null },
): void {
  const isExit = work.direction() === 'exit';
  const usual = isUsual(guest);
  act.textContent = say(isExit ? 'door-app.let-out' : usual ? 'door-app.admit' : 'door-app.admit-declined');
  act.setAttribute(
    'aria-label',
    say(isExit ? 'door-app.let-out-named' : 'door-app.admit-named', { name: guest.name }),
  );
  // Already in, or not coming as they said: the button is quieter, so that nobody presses it in passing.
  act.classList.toggle('button-primary', isExit ? since !== null : since === null && usual);
}

/** Somebody who comes after their guest: the button is theirs. */
function drawLate(row: HTMLElement, guest: DoorGuest, { work, place }: { work: Work; place: number }): void {
  const isOffered = work.desk.list.setting().profile.companions && work.direction() === 'entry';
  if (!isOffered || !companionsOutside(work.desk, guest).includes(place)) return;
  const act = part(row, '[data-act]');
  act.dataset['companion'] = String(place);
  act.classList.add('button-primary');
  act.setAttribute('aria-label', say('door-app.admit-named', { name: guest.companions[place] ?? '' }));
  part(row, '[data-stand]').dataset['tone'] = 'waiting';
  part(row, '[data-part="stand"]').textContent = say('door-app.stand.companion');
}

/** Nothing speaks against them before the list is asked. */
function isUsual({ state, standing }: DoorGuest): boolean {
  return state === 'expected' && standing !== 'declined';
}

/** When the guest came in on the list that is worked on; null when they are not in. */
export function insideSince(guest: DoorGuest, { desk }: Work): number | null {
  return insideFact(guest, desk)?.at ?? null;
}

/** What the guest is in by. */
export function insideFact(guest: DoorGuest, desk: Desk): DoorFact | null {
  const list = desk.current();
  const facts = desk.list.facts(guest.id, list.id);
  const { inside } = foldFacts(facts, list);
  return facts.find(({ id }) => id === inside) ?? null;
}

function standOf({ state, standing }: DoorGuest, { desk }: Work, since: number | null): string {
  if (since !== null)
    return say('door-app.inside-since', { time: timeOfDay(since, desk.list.setting().event.timeZone) });
  if (state === 'replaced') return say('door-app.stand.replaced');
  if (state === 'cancelled') return say('door-app.stand.cancelled');
  return isStanding(standing) ? say(`door-app.stand.${standing}`) : '';
}

function isStanding(value: string): value is GuestStanding {
  return guestStandings.some((each) => each === value);
}

function toneOf({ state, standing }: DoorGuest, since: number | null): string {
  if (since !== null) return 'present';
  if (state !== 'expected') return 'refused';
  return standing === 'declined' ? 'attention' : 'waiting';
}

function plusOf({ companions }: DoorGuest): string {
  return companions.length > 0 ? say('door-app.plus-named', { count: companions.length }) : '';
}
