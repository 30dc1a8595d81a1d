import type { Seating } from '../../../../models/seating.ts';
import { personOf } from '../../seating/occupant.ts';
import type { SeatingPart } from '../format/seating.ts';
import type { Refs } from './refs.ts';
import { text, texts } from './values.ts';

export function seatingPart({ areas, seats }: Pick<Seating, 'areas' | 'seats'>, refs: Refs): SeatingPart {
  return {
    areas: areas.map(({ id, name, prefix, blocked, categories, ...area }) => ({
      ref: id,
      kind: area.kind,
      name: texts(name),
      prefix: text(prefix),
      rows: area.rows,
      seats: area.seats,
      aisles: [...area.aisles],
      keptRows: area.keptRows,
      blocked: [...blocked],
      categories: categories.map((category) => refs.category(category)).filter((category) => category !== ''),
      automatic: area.automatic,
    })),
    seats: Object.entries(seats)
      .map(([seat, who]) => {
        const { guest, companion } = personOf(who);
        return { seat, guest: refs.guest(guest), companion };
      })
      .filter(({ guest }) => guest !== '')
      .toSorted((a, b) => (a.seat < b.seat ? -1 : 1)),
  };
}
