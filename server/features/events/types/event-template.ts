import type { Localised } from '../../../../contract/localised.ts';
import type { AgendaKind } from '../../../../contract/states.ts';
import type { Category, Conference } from '../../../../models/event.ts';

export interface TemplateItem {
  kind: AgendaKind;
  minutes: number;
  title: Localised;
}

/** What a new event of one type begins with. All of it is the organiser's to change afterwards. */
export interface EventTemplate {
  partOfDay: Conference['partOfDay'];
  agenda: readonly TemplateItem[];
  /** From the first to be introduced to the last. */
  categories: readonly Category[];
  /**
   * A letter knows {salutation} (the whole line), {event}, {when}, {where}, {replyBy}, {host} and {inviter}.
   * What may be unknown stands in a line of its own, so that the line can be left out with it.
   */
  letter: Conference['letter'];
}

export function text(vi: string, en: string, ru: string): Localised {
  return { vi, en, ru };
}

export function item(kind: AgendaKind, minutes: number, title: Localised): TemplateItem {
  return { kind, minutes, title };
}

/** Categories in the order of protocol; their places are counted from 1. */
export function inProtocolOrder(categories: readonly Omit<Category, 'order'>[]): Category[] {
  return categories.map((category, index) => ({ ...category, order: index + 1 }));
}
