import type { FrozenStatement } from '../../../models/statement.ts';

export type Frozen = Omit<FrozenStatement, 'digest' | 'signature' | 'publicKey' | 'effects' | 'present'>;

/** Everything a frozen statement says, always in the same order and with the same bytes: this is what is signed. */
export function canonicalText(frozen: Frozen): string {
  const { quorum, figures, text, title } = frozen;
  return JSON.stringify([
    'rostrum statement 1',
    String(frozen._id),
    String(frozen.event),
    frozen.number,
    frozen.code,
    frozen.at.toISOString(),
    frozen.frozenAt.toISOString(),
    frozen.by,
    localised(title),
    frozen.note,
    numbers(figures),
    frozen.units.map(({ unit, ...own }) => [localised(unit), numbers(own)]),
    quorum && [
      quorum.rule,
      quorum.value,
      [...quorum.of],
      quorum.present,
      quorum.summoned,
      quorum.needed,
      quorum.isReached,
    ],
    frozen.absent.map(({ guest, name, position, unit, excused, reason }) => [
      String(guest),
      name,
      localised(position),
      localised(unit),
      excused,
      reason,
    ]),
    localised(text),
  ]);
}

function localised(text: { vi?: string; en?: string; ru?: string }): string[] {
  return [text.vi ?? '', text.en ?? '', text.ru ?? ''];
}

function numbers(figures: FrozenStatement['figures']): number[] {
  const { summoned, present, substitutes, absentWithReason, absentWithoutReason } = figures;
  return [summoned, present, substitutes, absentWithReason, absentWithoutReason];
}
