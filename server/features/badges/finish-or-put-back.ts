import type { PrintJob } from '../../../models/print-job.ts';
import type { Access } from '../access/access.ts';
import { decidePrintJob } from './decide-print-job.ts';
import { finishPrintJob, type PrintOutcome } from './finish-print-job.ts';

/** What could not be printed where it was asked for waits for a station. */
export async function finishOrPutBack(access: Access, outcome: PrintOutcome): Promise<PrintJob> {
  const finished = await finishPrintJob(access, outcome);
  if (outcome.outcome === 'printed') return finished;
  return decidePrintJob(access, { job: outcome.job, decision: 'retry' });
}
