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
  const first = insideFact(guest, work.desk);
  const since = first?.at ?? null;
  const instead = first?.substitute ?? '';
  const meant = companionMeant(guest, wanted);
  row.dataset['guest'] = guest.id;
  fillParts(row, {
    name: meant === null ? instead || guest.name : `${guest.companions[meant]} → ${guest.name}`,
    detail: titleOf(guest),
    stand: [standOf(guest, work, since), seatIn(guest.seat, language())].filter(Boolean).join(' · '),
    note: guest.note,
    substitute: insteadOf(guest, first),
    plus: meant === null ? plusOf(guest) : say('door-app.along.with', { name: guest.name }),
  });
  part(row, '[data-stand]').dataset['tone'] = toneOf(guest, since);
  part(row, '[data-note-line]').hidden = guest.note === '';
  drawAct(part(row, '[data-act]'), guest, { work, since, isMeant: meant === null });
  if (meant !== null && since !== null) drawLate(row, guest, { work, place: meant });
  const more = part(row, '[data-more]');
  more.hidden = !work.isSupervisor();
  more.setAttribute('aria-label', say('door-app.more-named', { name: guest.name }));
  return row;
}

/** Whoever is in says in whose place; before that, the guest says whom they send. */
function insteadOf({ name, substitute }: DoorGuest, first: DoorFact | null): string {
  if (first) return first.substitute ? say('door-app.in-place-of', { name }) : '';
  return substitute ? say('door-app.sends', { name: substitute }) : '';
}

function drawAct(
  act: HTMLElement,
  guest: DoorGuest,
  { work, since, isMeant }: { work: Work; since: number | null; isMeant: boolean },
): void {
  const isExit = work.direction() === 'exit';
  const usual = isUsual(guest);
  const named = say(isExit ? 'door-app.let-out-named' : 'door-app.admit-named', { name: guest.name });
  const word = say(isExit ? 'door-app.let-out' : usual ? 'door-app.admit' : 'door-app.admit-declined');
  // Somebody else was looked for: the guest is not let in without being named.
  act.textContent = isMeant ? word : named;
  act.setAttribute('aria-label', named);
  // Already in, or not coming as they said: the button is quieter, so that nobody presses it in passing.
  act.classList.toggle('button-primary', isMeant && (isExit ? since !== null : since === null && usual));
}

/** Somebody who comes after their guest: the button is theirs. */
function drawLate(row: HTMLElement, guest: DoorGuest, { work, place }: { work: Work; place: number }): void {
  const isOffered = work.desk.list.setting().profile.companions && work.direction() === 'entry';
  if (!isOffered || !companionsOutside(work.desk, guest).includes(place)) return;
  const act = part(row, '[data-act]');
  act.dataset['companion'] = String(place);
  act.classList.add('button-primary');
  act.textContent = say('door-app.admit');
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
