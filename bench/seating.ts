import type { SeatingArea } from '../models/seating.ts';
import { arrange, type Party } from '../server/features/seating/arrange.ts';
import { layOut } from '../server/features/seating/lay-out.ts';
import { alternate, median, milliseconds, type Row, row } from './support/measure.ts';

const FEW = 1000;
const MANY = 5000;

/** The proposal of automatic seating, delegations and couples side by side: five times as many, each against all rows. */
export async function seatingOfMany({ quick }: { quick: boolean }): Promise<Row[]> {
  const times = quick ? 5 : 15;
  const proposed = await alternate(3, {
    limit: () => proposalFor(FEW, times),
    app: () => proposalFor(MANY, times),
  });
  const target = { kind: 'at-most', value: 30 } as const;
  return [row(`seats for ${MANY} guests against ${FEW}`, { ...proposed, unit: 'ms' }, target)];
}

async function proposalFor(count: number, times: number): Promise<number> {
  const plan = layOut([hall(Math.ceil((count * 1.2) / 60))]);
  const guests = Array.from({ length: count }, (_, at) => party(at));
  const options = { delegations: true, keep: false };
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    took.push(await milliseconds(async () => arrange(plan, guests, { seats: {}, options })));
  }
  return median(took);
}

function party(at: number): Party {
  const order = String(at).padStart(6, '0');
  return {
    id: `p${at}`,
    order,
    category: '',
    delegation: `d${Math.floor(at / 7)}`,
    companions: at % 9 ? 0 : 1,
  };
}

function hall(rows: number): SeatingArea {
  const plain = { name: {}, prefix: '', keptRows: 0, blocked: [], categories: [], automatic: true };
  return { ...plain, id: 'hall', kind: 'rows', rows, seats: 60, aisles: [20, 40] };
}
