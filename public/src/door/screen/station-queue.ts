import {
  type PrintDecision,
  type StationJob,
  type StationList,
  stationLists,
  type StationQueue,
} from '../../../../contract/badge/print.ts';
import { part } from '../../lib/dom.ts';
import { fillParts, setIcon } from '../../lib/template.ts';
import { made } from './made.ts';
import { timeOfDay } from './time-words.ts';
import { say } from './words.ts';

/** What may be decided about a badge, by where it stands. */
const offers: Readonly<Record<StationList, readonly PrintDecision[]>> = {
  unsure: ['printed', 'retry'],
  failed: ['retry'],
  printing: [],
  waiting: ['drop'],
  printed: ['again'],
};
const icons: Readonly<Record<PrintDecision, string>> = {
  printed: 'check',
  retry: 'printer',
  drop: 'x',
  again: 'rotate-ccw',
};
const tones: Readonly<Record<StationList, string>> = {
  unsure: 'attention',
  failed: 'refused',
  printing: 'live',
  waiting: '',
  printed: 'present',
};

/** Draws the queue of a station; lists that are empty are not there. */
export function drawQueue(place: HTMLElement, queue: StationQueue, timeZone: string): void {
  const { waitingCount, counts, lists } = queue;
  fillParts(place, {
    waiting: say('door-app.station.waiting', { count: waitingCount }),
    printed: say('door-app.station.printed', { count: counts.printed }),
    again: counts.again > 0 ? say('door-app.station.printed-again', { count: counts.again }) : '',
  });
  const shown = stationLists.filter((list) => lists[list].length > 0);
  part(place, '[data-lists]').replaceChildren(
    ...shown.map((list) => {
      const section = made('station-list');
      section.dataset['tone'] = tones[list];
      fillParts(section, {
        title: say(`door-app.station.list.${list}`),
        hint: list === 'unsure' ? say('door-app.station.unsure-hint') : '',
      });
      part(section, 'ul').replaceChildren(...lists[list].map((job) => lineOf(job, list, timeZone)));
      return section;
    }),
  );
}

function lineOf(job: StationJob, list: StationList, timeZone: string): HTMLElement {
  const line = made('station-job');
  const detail = [
    timeOfDay(job.at, timeZone),
    job.station === '' ? job.by : job.station,
    ...(job.copy > 1 ? [say('door-app.station.copy', { copy: job.copy })] : []),
  ];
  fillParts(line, { name: job.name, detail: detail.join(' · ') });
  part(line, '[data-offers]').replaceChildren(...offers[list].map((decision) => offerOf(job, decision)));
  return line;
}

function offerOf({ job, name, copyId }: StationJob, decision: PrintDecision): HTMLElement {
  const button = made('station-offer');
  Object.assign(button.dataset, { job, decision, copy: copyId });
  setIcon(button, icons[decision]);
  const label = say(`door-app.station.decide.${decision}`);
  fillParts(button, { label });
  button.setAttribute('aria-label', `${label}: ${name}`);
  return button;
}
