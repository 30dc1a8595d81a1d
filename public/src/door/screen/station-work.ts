import type { PrintDecision, StationClaim } from '../../../../contract/badge/print.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import { coalesce } from '../../lib/timing.ts';
import { again } from '../again.ts';
import type { Desk } from '../desk.ts';
import { printPage, report } from './print-here.ts';

export type StationState = 'stopped' | 'ready' | 'printing' | 'no-paper' | 'unreachable';

export interface Decided {
  job: string;
  decision: PrintDecision;
  copyId?: string;
}

export interface StationWork {
  start: () => void;
  pause: () => void;
  /** Stops, and puts back the badge that is in the printer or came out last. */
  outOfPaper: () => void;
  /** Asks whether something waits. */
  tick: () => void;
  decide: (decided: Decided) => Promise<void>;
  /** What is in the printer is still told about; nothing more is taken. */
  leave: () => void;
}

interface Needs {
  show: (state: StationState, name?: string) => void;
  /** Something became of a badge. */
  changed: () => void;
}

type Task = NonNullable<StationClaim['task']>;

interface Station extends Needs {
  desk: Desk;
  isRunning: boolean;
  isPaperOut: boolean;
  current: Task | null;
  last: Task | null;
  /** Of the question that waits for its answer; asked again, it gets the same badge and not a second one. */
  claim: string;
}

/** Prints one waiting badge after the other, and says what became of each. */
export function stationWork(desk: Desk, needs: Needs): StationWork {
  const station: Station = {
    ...needs,
    desk,
    isRunning: false,
    isPaperOut: false,
    current: null,
    last: null,
    claim: '',
  };
  const tick = coalesce(() => printAll(station));
  const turn = (isOn: boolean): void => {
    Object.assign(station, { isRunning: isOn, isPaperOut: false });
    station.show(isOn ? 'ready' : 'stopped');
    void tick();
  };
  return {
    start: () => turn(true),
    pause: () => turn(false),
    outOfPaper() {
      turn(false);
      station.isPaperOut = station.current !== null;
      station.show('no-paper');
      if (!station.current && station.last) void putBack(station, station.last);
    },
    tick: () => void tick(),
    decide: (decided) => decide(station, decided),
    leave() {
      station.isRunning = false;
    },
  };
}

async function printAll(station: Station): Promise<void> {
  while (station.isRunning) {
    const task = await claimed(station);
    if (!task) return;
    await print(station, task);
  }
}

async function claimed(station: Station): Promise<Task | null> {
  try {
    station.claim ||= crypto.randomUUID();
    const { claim } = station;
    const { task } = await again(() => station.desk.ask<StationClaim>('/door/print/claim', { claim }));
    station.claim = '';
    if (station.isRunning) station.show('ready');
    return task;
  } catch (error) {
    if (!isSilence(error)) throw error;
    if (station.isRunning) station.show('unreachable');
    return null;
  }
}

async function print(station: Station, task: Task): Promise<void> {
  station.current = task;
  station.show('printing', task.name);
  station.changed();
  const outcome = await printPage(task.page);
  if (station.isRunning) station.show('ready');
  // Nobody knows of an unknown one: the job waits, marked as maybe printed, until somebody has looked.
  if (outcome !== 'unknown')
    await report(station.desk, task, { outcome: station.isPaperOut ? 'failed' : outcome, keep: true });
  // Only now: the paper may run out while the server is being told.
  station.current = null;
  if (outcome === 'unknown') return station.changed();
  if (station.isPaperOut) return putBack(station, task);
  if (outcome === 'printed') station.last = task;
  station.changed();
}

async function putBack(station: Station, { job }: Task): Promise<void> {
  station.last = null;
  await decide(station, { job, decision: 'retry' });
}

async function decide({ desk, changed }: Station, decided: Decided): Promise<void> {
  try {
    await again(() => desk.ask('/door/print/decide', decided));
  } catch (error) {
    if (!isSilence(error)) throw error;
  }
  changed();
}

/** No answer, or a no: the queue, asked for anew, says how things are. */
function isSilence(error: unknown): boolean {
  return error instanceof Unreachable || error instanceof Problem;
}
