import { isPrintDecision, type StationQueue } from '../../../../contract/badge/print.ts';
import { delegate, part } from '../../lib/dom.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import { fillParts } from '../../lib/template.ts';
import { coalesce } from '../../lib/timing.ts';
import { doorSounds } from '../../modules/door-sounds.ts';
import type { Desk } from '../desk.ts';
import { keepFresh } from './keep-fresh.ts';
import { made } from './made.ts';
import { type MenuNeeds, openMenu } from './menu-sheet.ts';
import type { Scene } from './scene.ts';
import { drawQueue } from './station-queue.ts';
import { type StationState, type StationWork, stationWork } from './station-work.ts';
import { say, told } from './words.ts';

const EVERY_MS = 5_000;
const REMEMBERED = 'rostrum-device-prints';

interface Shown {
  state: StationState;
  name: string;
  queue: StationQueue | null;
}

/** A device with a printer that prints for the others: its queue, what failed, and what may be printed again. */
export function stationPage(desk: Desk, ways: Pick<MenuNeeds, 'kiosk' | 'toDesk'>): Scene {
  const element = made('station');
  const shown: Shown = { state: 'stopped', name: '', queue: null };
  const draw = (): void => drawStation(element, desk, shown);
  const refresh = coalesce(async () => {
    shown.queue = (await queueOf(desk)) ?? shown.queue;
    draw();
  });
  const work = stationWork(desk, {
    show(state, name = '') {
      Object.assign(shown, { state, name });
      draw();
    },
    changed: () => void refresh(),
  });
  const look = (): void => {
    work.tick();
    void refresh();
  };

  listen(element, work);
  onPress(element, '[data-menu]', () =>
    openMenu(desk, { ...needs, ...ways, soundSwitch: doorSounds().attach }),
  );
  if (localStorage.getItem(REMEMBERED) === 'running') work.start();
  const timer = setInterval(look, EVERY_MS);
  const stale = keepFresh(desk, () => shown.state === 'printing');
  look();
  draw();

  return {
    element,
    leave() {
      clearInterval(timer);
      stale();
      work.leave();
    },
    draw,
    speak: draw,
  };
}

function drawStation(element: HTMLElement, desk: Desk, { state, name, queue }: Shown): void {
  const { event, door } = desk.list.setting();
  const isRunning = state !== 'stopped' && state !== 'no-paper';
  part(element, '[data-status]').dataset['state'] = state;
  fillParts(element, {
    event: told(event.title),
    place: door.name,
    state: say(`door-app.station.state.${state}`, { name }),
  });
  part(element, '[data-start]').hidden = isRunning;
  part(element, '[data-pause]').hidden = !isRunning;
  if (queue) drawQueue(part(element, '[data-queue]'), queue, event.timeZone);
}

function listen(element: HTMLElement, work: StationWork): void {
  const run = (isOn: boolean): void => {
    localStorage.setItem(REMEMBERED, isOn ? 'running' : 'stopped');
    if (isOn) work.start();
    else work.pause();
  };
  onPress(element, '[data-start]', () => run(true));
  onPress(element, '[data-pause]', () => run(false));
  onPress(element, '[data-no-paper]', work.outOfPaper);
  delegate(element, 'click', '[data-decision]', ({ dataset: { job = '', decision, copy = '' } }) => {
    if (isPrintDecision(decision)) void work.decide({ job, decision, copyId: copy }).then(work.tick);
  });
}

function onPress(element: HTMLElement, selector: string, act: () => void): void {
  part(element, selector).addEventListener('click', act);
}

const needs = { isResultOpen: () => false, toStation: null };

async function queueOf(desk: Desk): Promise<StationQueue | null> {
  try {
    return await desk.ask<StationQueue>('/door/print/queue', {});
  } catch (error) {
    // The state says so; what was there stays in sight.
    if (error instanceof Unreachable || error instanceof Problem) return null;
    throw error;
  }
}
