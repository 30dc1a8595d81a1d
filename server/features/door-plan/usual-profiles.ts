import type { DoorProfile } from '../../../contract/door/plan.ts';
import type { MessageKey } from '../../../locales/keys.ts';

/** Puts the name of a suggestion into the language of whoever asks: it is kept as they would have typed it. */
export type Naming = (key: MessageKey) => string;

/** A door with a queue, a desk where questions end, and a door where nobody is hurried. */
const usual = {
  'usual-door': { rank: 'steward', pace: 'fast' },
  'usual-desk': { rank: 'supervisor', pace: 'fast' },
  'usual-vip': { rank: 'supervisor', pace: 'careful' },
} as const satisfies Readonly<Record<string, Pick<DoorProfile, 'rank' | 'pace'>>>;

type UsualProfile = keyof typeof usual;
const ids = ['usual-door', 'usual-desk', 'usual-vip'] as const satisfies readonly UsualProfile[];

/** What devices at doors usually are, as far as the plan does not have it yet. */
export function usualProfiles(profiles: readonly DoorProfile[], naming: Naming): DoorProfile[] {
  return ids
    .map((id) => ({ id, name: naming(`door-plan.usual.${id}`) }))
    .filter((own) => !profiles.some(({ id, name }) => id === own.id || name === own.name))
    .map(({ id, name }) => ({
      id,
      name,
      gate: '',
      lists: [],
      direction: 'entry',
      ...usual[id],
      sounds: true,
      badge: 'none',
      companions: true,
      kiosk: false,
      pin: null,
    }));
}
