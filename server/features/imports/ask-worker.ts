import { Worker } from 'node:worker_threads';
import { AppError } from '../../platform/errors.ts';
import type { CheckedRow, CheckTask, Looked, LookTask, WorkerAnswer } from './worker-tasks.ts';

const LONGEST = 20_000;
const REST_AFTER = 60_000;
const MEMORY_MB = 256;
const threadFile = new URL('start-import-worker.mjs', import.meta.url);

let worker: Worker | null = null;
let rest: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** Looks at a file beside the event loop: what it is, where its table begins, what its columns hold. */
export async function lookAt(task: Omit<LookTask, 'task'>): Promise<Looked> {
  const answers: Looked[] = [];
  await inTurn(() =>
    ask({ task: 'look', ...task }, (answer) => {
      if (answer.kind === 'looked') answers.push(answer.looked);
    }),
  );
  const [looked] = answers;
  if (!looked) throw new AppError(422, 'imports.file.unreadable');
  return looked;
}

/** Reads and checks all rows; they come in pieces, so that whoever waits for the site never waits for them. */
export async function checkFile(
  task: Omit<CheckTask, 'task'>,
  take: (rows: CheckedRow[]) => void,
): Promise<void> {
  await inTurn(() =>
    ask({ task: 'check', ...task }, (answer) => {
      if (answer.kind === 'rows') take(answer.rows);
    }),
  );
}

export async function stopImportWorker(): Promise<void> {
  clearTimeout(rest);
  const stopping = worker;
  worker = null;
  await stopping?.terminate();
}

function inTurn(work: () => Promise<void>): Promise<void> {
  const turn = queue.then(work);
  queue = turn.catch(() => undefined);
  return turn;
}

async function ask(task: LookTask | CheckTask, hear: (answer: WorkerAnswer) => void): Promise<void> {
  const thread = awaken();
  try {
    await conversation(thread, task, hear);
    rest = setTimeout(() => void stopImportWorker(), REST_AFTER).unref();
  } catch (error) {
    await stopImportWorker();
    throw error;
  }
}

function conversation(
  thread: Worker,
  task: LookTask | CheckTask,
  hear: (answer: WorkerAnswer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => end(new AppError(422, 'imports.file.too-slow')), LONGEST);
    thread.on('message', listen).once('error', failed).once('exit', gone);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(task);

    function listen(answer: WorkerAnswer): void {
      if (answer.kind === 'end') end(null);
      else if (answer.kind === 'refused') end(new AppError(422, answer.code, answer.params));
      else if (answer.kind === 'broken') end(new AppError(422, 'imports.file.unreadable'));
      else hear(answer);
    }
    // The thread ran out of its memory, or of its wits.
    function failed(): void {
      end(new AppError(422, 'imports.file.too-heavy'));
    }
    function gone(): void {
      end(new AppError(422, 'imports.file.too-heavy'));
    }
    function end(problem: AppError | null): void {
      clearTimeout(late);
      thread.off('message', listen).off('error', failed).off('exit', gone);
      if (problem) reject(problem);
      else resolve();
    }
  });
}

function awaken(): Worker {
  clearTimeout(rest);
  worker ??= new Worker(threadFile, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  worker.unref();
  return worker;
}
