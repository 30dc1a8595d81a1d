import type { PrintTask } from '../../../contract/badge/print.ts';
import { datum, part } from '../lib/dom.ts';
import { Problem, sendJson } from '../lib/http.ts';
import * as live from '../lib/live.ts';
import { coalesce, wait } from '../lib/timing.ts';
import { printFrame } from './print-frame.ts';

const kept = 'rostrum.print-station';
/** News may be missed while a print dialogue is open. */
const askAgain = 15_000;

interface Texts {
  stopped: string;
  ready: string;
  printing: string;
  noPaper: string;
  unreachable: string;
}

interface Desk {
  root: HTMLElement;
  texts: Texts;
  isRunning: boolean;
  isPaperOut: boolean;
  current: PrintTask | null;
  last: PrintTask | null;
}

/**
 * Prints what the doors ask for, one badge after the other: takes a job, prints its page from a frame, says that it is
 * printed. A job that this page took and never spoke of again is shown to people as maybe printed.
 */
export function printStation(root: HTMLElement): void {
  // Our own server wrote the texts into the page.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const texts = JSON.parse(datum(root, 'texts')) as Texts;
  const desk: Desk = { root, texts, isRunning: false, isPaperOut: false, current: null, last: null };
  const work = coalesce(() => printAll(desk));
  const run = (isRunning: boolean): void => {
    turn(desk, isRunning);
    void work();
  };
  part(root, '[data-start]').addEventListener('click', () => run(true));
  part(root, '[data-pause]').addEventListener('click', () => run(false));
  part(root, '[data-no-paper]').addEventListener('click', () => void stopForPaper(desk));
  live.on('page:stale', (stale) => stale === 'badges' && void work());
  live.onRefresh(() => void work());
  setInterval(() => void work(), askAgain);
  if (wasRunning(desk)) run(true);
}

/** A browser that was started again goes on as it was left. */
function wasRunning({ root }: Desk): boolean {
  const [state, name] = (localStorage.getItem(kept) ?? '').split('\n');
  if (name !== undefined && name !== '') nameField(root).value = name;
  return state === 'running';
}

function turn(desk: Desk, isRunning: boolean): void {
  const { root } = desk;
  desk.isRunning = isRunning;
  desk.isPaperOut = false;
  localStorage.setItem(kept, `${isRunning ? 'running' : 'stopped'}\n${nameField(root).value}`);
  part(root, '[data-start]').hidden = isRunning;
  part(root, '[data-pause]').hidden = !isRunning;
  nameField(root).readOnly = isRunning;
  show(desk, isRunning ? 'ready' : 'stopped');
}

/** What is in the printer, or came out of it last, is printed again. */
async function stopForPaper(desk: Desk): Promise<void> {
  turn(desk, false);
  show(desk, 'noPaper');
  desk.isPaperOut = desk.current !== null;
  if (desk.current === null && desk.last) await putBack(desk, desk.last);
}

async function printAll(desk: Desk): Promise<void> {
  while (desk.isRunning) {
    const task = await nextTask(desk);
    if (!task) return;
    await print(desk, task);
  }
}

async function nextTask(desk: Desk): Promise<PrintTask | null> {
  const body = { station: nameField(desk.root).value.trim() || '1' };
  try {
    const { jobs } = await sendJson<{ jobs: PrintTask[] }>(datum(desk.root, 'claim'), {
      method: 'POST',
      body,
    });
    show(desk, 'ready');
    return jobs[0] ?? null;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) throw error;
    show(desk, 'unreachable');
    return null;
  }
}

async function print(desk: Desk, task: PrintTask): Promise<void> {
  desk.current = task;
  show(desk, 'printing', task.name);
  const outcome = await printFrame(part(desk.root, '[data-frame]'), (frame) => {
    frame.src = task.address;
  });
  // Nobody knows: the job waits, marked as maybe printed, until somebody has looked.
  if (outcome !== 'unknown') await say(desk, task, desk.isPaperOut ? 'failed' : outcome);
  // Only now: the paper may run out while the server is being told.
  desk.current = null;
  if (outcome === 'unknown') return;
  if (desk.isPaperOut) await putBack(desk, task);
  else if (outcome === 'printed') desk.last = task;
}

async function say(desk: Desk, { job, token }: PrintTask, outcome: 'printed' | 'failed'): Promise<void> {
  for (;;) {
    try {
      const body = { job, token, outcome };
      await sendJson(datum(desk.root, 'finish'), { method: 'POST', body, retries: 3 });
      return;
    } catch (error) {
      // Somebody has decided about it meanwhile.
      if (error instanceof Problem && error.status < 500) return;
      show(desk, 'unreachable');
      await wait(3000);
    }
  }
}

async function putBack(desk: Desk, { job }: PrintTask): Promise<void> {
  desk.last = null;
  const body = { job, decision: 'retry' };
  await sendJson(datum(desk.root, 'decide'), { method: 'POST', body, retries: 3 });
}

function show({ root, texts, isRunning }: Desk, state: keyof Texts, whose = ''): void {
  if (!isRunning && (state === 'ready' || state === 'printing')) return;
  const status = part(root, '[data-status]');
  status.dataset['state'] = state;
  status.textContent = texts[state].replace('{name}', whose);
}

function nameField(root: HTMLElement): HTMLInputElement {
  return part(root, '[data-name]', HTMLInputElement);
}
