import type { DoorAnswer } from '../../../contract/door/answer.ts';
import { part, parts } from '../lib/dom.ts';
import type { Problem } from '../lib/http.ts';
import { fillParts, fromTemplate, setIcon } from '../lib/template.ts';

const remembered = 5;

export interface DoorBoard {
  sending(scanId: string, label: string): void;
  waiting(scanId: string): void;
  answered(answer: DoorAnswer): void;
  undone(scanId: string): void;
  refusal(scanId: string, problem: Problem): DoorAnswer;
  clear(): void;
}

type Text = (key: string) => string;

/** The band with the last answer, and the list of the last five. Neither is green before the server says so. */
export function doorBoard(root: HTMLElement, text: Text): DoorBoard {
  const band = part(root, '[data-result]');
  const list = part(root, '[data-recent]');
  const none = part(root, '[data-none]');

  function show(answer: DoorAnswer, isPending = false): void {
    const verdict = fromTemplate(root, 'verdict');
    fill(verdict, answer);
    verdict.dataset['verdict'] = isPending ? 'pending' : answer.tone;
    band.replaceChildren(verdict);
  }

  function line(answer: DoorAnswer, isPending = false): void {
    const fresh = fromTemplate(root, 'recent');
    fill(fresh, answer);
    fresh.dataset['tone'] = isPending ? 'pending' : answer.tone;
    if (!answer.undo) fresh.querySelector('[data-undo-form]')?.remove();
    else fillForm(fresh, answer.undo);
    const old = find(list, answer.scanId);
    if (old) old.replaceWith(fresh);
    else list.prepend(fresh);
    none.hidden = true;
    forgetOldest(list);
  }

  function pending(scanId: string, word: string, texts: { name?: string; note?: string }): void {
    const answer: DoorAnswer = { ...blank, scanId, word, icon: 'hourglass', ...texts };
    show(answer, true);
    line(answer, true);
  }

  band.addEventListener('click', () => band.replaceChildren());

  return {
    sending: (scanId, label) => pending(scanId, text('sending'), { name: label }),
    waiting: (scanId) =>
      pending(scanId, text('waiting'), { name: nameIn(list, scanId), note: text('waitingText') }),
    answered(answer) {
      show(answer);
      line(answer);
    },
    undone(scanId) {
      const taken = find(list, scanId);
      if (taken) markUndone(taken, text('undone'));
      if (find(band, scanId)) band.replaceChildren();
    },
    refusal: (scanId, problem) => refused(scanId, problem, text),
    clear: () => band.replaceChildren(),
  };
}

const blank: DoorAnswer = {
  scanId: '',
  tone: 'refused',
  icon: 'octagon-x',
  word: '',
  name: '',
  detail: '',
  seat: '',
  note: '',
  clock: '',
  undo: null,
};

/** A door that was revoked is nobody to the server; anything else comes with its sentence. */
function refused(scanId: string, { status, message }: Problem, text: Text): DoorAnswer {
  const isOver = status === 401 || status === 403 || status === 404;
  if (isOver) return { ...blank, scanId, word: text('over'), note: text('overText') };
  return { ...blank, scanId, word: text('refused'), note: message };
}

function fill(element: HTMLElement, answer: DoorAnswer): void {
  element.dataset['scan'] = answer.scanId;
  setIcon(element, answer.icon);
  const { word, name, detail, seat, note, clock } = answer;
  fillParts(element, { word, name, detail, seat, note, clock });
}

function fillForm(element: HTMLElement, undo: NonNullable<DoorAnswer['undo']>): void {
  for (const [field, value] of Object.entries(undo)) {
    part(element, `input[name="${field}"]`, HTMLInputElement).value = value;
  }
}

function find(place: HTMLElement, scanId: string): HTMLElement | undefined {
  return parts(place, '[data-scan]').find(({ dataset }) => dataset['scan'] === scanId);
}

function nameIn(list: HTMLElement, scanId: string): string {
  return find(list, scanId)?.querySelector('[data-part="name"]')?.textContent ?? '';
}

function markUndone(taken: HTMLElement, word: string): void {
  part(taken, '[data-part="word"]').textContent = word;
  taken.dataset['tone'] = 'undone';
  taken.querySelector('[data-undo-form]')?.remove();
}

/** What was not answered yet stays in sight, however long ago it was. */
function forgetOldest(list: HTMLElement): void {
  const answered = parts(list, 'li').filter(({ dataset }) => dataset['tone'] !== 'pending');
  for (const old of answered.slice(remembered)) old.remove();
}
