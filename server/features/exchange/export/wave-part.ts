import type { Selection, Wave } from '../../../../models/wave.ts';
import type { WavePart } from '../format/letters.ts';
import { textsPart } from './letter-parts.ts';
import type { Refs } from './refs.ts';
import { moment, text } from './values.ts';

/** A wave as history. One that is still to go out waits for a person where the file is read, and nothing is sent twice. */
export function wavePart(wave: Wave, refs: Refs): WavePart {
  const { how, at, amount, unit, of } = wave.moment;
  return {
    number: wave.number,
    kind: wave.kind,
    channel: wave.channel,
    selection: selectionPart(wave.selection, refs),
    moment: { how, at: moment(at), amount, unit, of },
    state: stateOf(wave),
    expected: wave.expected,
    texts: textsPart(wave.texts),
    by: text(wave.by.name),
    plannedAt: wave.createdAt.toISOString(),
    startedAt: moment(wave.startedAt),
    writtenAt: moment(wave.writtenAt),
    doneAt: moment(wave.doneAt),
  };
}

// What is caught half way ends there in the file: the rest goes out here.
function stateOf({ state, startedAt, writtenAt }: Wave): WavePart['state'] {
  if (state === 'done' || state === 'cancelled') return state;
  if (!startedAt) return 'paused';
  return writtenAt ? 'done' : 'cancelled';
}

const nobody = { category: '', delegation: '', wave: null, answered: '', guests: [] } as const;

/** Whom it means, by the names of the file. A group that is gone meant nobody, and must not become everybody else. */
function selectionPart(
  { who, category, delegation, wave, answered, guests }: Selection,
  refs: Refs,
): WavePart['selection'] {
  const [group, earlier] = [refs.category(category), refs.wave(wave)];
  const isGone = (who === 'category' && !group) || (who === 'wave' && !earlier);
  if (isGone) return { ...nobody, who: 'guests', guests: [] };
  return {
    who,
    category: group,
    delegation: text(delegation),
    wave: earlier,
    answered,
    guests: guests.map((guest) => refs.guest(guest)).filter((guest) => guest !== ''),
  };
}
