import type { DoorFact, DoorGuest } from '../../../../contract/door/sync.ts';
import type { DoorSignal } from '../../modules/door-sounds.ts';
import type { Outcome } from '../outcome.ts';
import { seatIn } from '../seat-name.ts';
import type { Uses } from '../uses.ts';
import { timeOfDay } from './time-words.ts';
import { language, say, type TextKey } from './words.ts';

/** An outcome as the band and the list of the last results show it. */
export interface Shown {
  signal: DoorSignal;
  icon: string;
  word: string;
  name: string;
  detail: string;
  seat: string;
  note: string;
}

/** What an outcome looks, sounds and reads like. */
export function shownOf(outcome: Outcome, timeZone: string): Shown {
  const { guest, substitute, companion } = outcome;
  const signal = signalOf(outcome);
  return {
    signal,
    icon: icons[signal],
    word: say(wordOf(outcome, signal)),
    name: companion || substitute || (guest?.name ?? ''),
    detail: detailOf(outcome),
    seat: outcome.admitted && signal !== 'goodbye' && !companion ? seatIn(guest?.seat ?? '', language()) : '',
    note: noteOf(outcome, timeZone),
  };
}

const icons: Readonly<Record<DoorSignal, string>> = {
  welcome: 'circle-check',
  already: 'history',
  refused: 'octagon-x',
  attention: 'bell',
  unsynced: 'clock-alert',
  goodbye: 'log-out',
  unrecorded: 'triangle-alert',
};

export function signalOf({ verdict, guest, companion }: Outcome): DoorSignal {
  switch (verdict) {
    case 'welcome':
      return guest && !companion && needsAttention(guest) ? 'attention' : 'welcome';
    case 'not-synced':
      return 'unsynced';
    case 'already-here':
    case 'was-out':
      return 'already';
    case 'goodbye':
      return 'goodbye';
    case 'not-recorded':
      return 'unrecorded';
    default:
      return 'refused';
  }
}

function needsAttention({ vip, note, standing }: DoorGuest): boolean {
  return vip || note !== '' || standing === 'declined';
}

function wordOf({ verdict, uses }: Outcome, signal: DoorSignal): TextKey {
  if (verdict === 'was-out') return 'door-app.word.was-out';
  if (uses) return uses.left > 0 ? 'door-app.word.just-read' : 'door-app.word.used-up';
  return signal === 'unrecorded' ? 'door-app.word.not-recorded' : `door-app.word.${signal}`;
}

function detailOf({ guest, substitute, companion }: Outcome): string {
  if (!guest) return '';
  if (companion) return say('door-app.along.with', { name: guest.name });
  if (substitute) return say('door-app.in-place-of', { name: guest.name });
  return titleOf(guest);
}

export function titleOf({ position, unit }: DoorGuest): string {
  return [position, unit].filter(Boolean).join(' · ');
}

function noteOf(outcome: Outcome, timeZone: string): string {
  const { verdict, guest, first, uses, reason, companion } = outcome;
  switch (verdict) {
    case 'welcome':
      return guest && !companion ? welcomeNote(guest) : '';
    case 'goodbye':
      return '';
    case 'already-here':
      if (uses) return usedWhen(uses, timeZone);
      return first ? firstEntry(first, timeZone) : '';
    case 'not-recorded':
      return [reason, say('door-app.reason.not-recorded')].filter(Boolean).join(' ');
    default:
      return say(`door-app.reason.${verdict}`);
  }
}

function welcomeNote({ vip, note, standing }: DoorGuest): string {
  const lines = [
    note,
    vip && !note ? say('door-app.note.vip') : '',
    standing === 'declined' ? say('door-app.note.declined') : '',
  ];
  return lines.filter(Boolean).join(' ');
}

/** Within half a minute the same device takes a second read for the first; later the times are used up. */
function usedWhen({ at, left }: Uses, timeZone: string): string {
  const times = at.map((moment) => timeOfDay(moment, timeZone));
  if (left > 0) return say('door-app.uses.left', { time: times.at(-1) ?? '', left });
  const all = new Intl.ListFormat(language(), { type: 'conjunction' }).format(times);
  return say('door-app.uses.all', { count: at.length, times: all });
}

/** "In at 08:12, at Gate A, recorded by Lan." */
export function firstEntry({ at, door, by }: DoorFact, timeZone: string): string {
  const time = timeOfDay(at, timeZone);
  // What a device did by itself carries its own name twice.
  if (door && by && by !== door) return say('door-app.already.by', { time, door, by });
  if (door) return say('door-app.already.door', { time, door });
  return by ? say('door-app.already.hand', { time, by }) : say('door-app.already.at', { time });
}
