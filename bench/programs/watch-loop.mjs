import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// Loaded into the app before everything else: says how long its event loop kept people waiting. Threads inherit the
// option it is loaded with, and know nothing of TypeScript then.
if (isMainThread) {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  process.on('message', (word) => {
    if (word !== 'loop') return;
    process.send?.({ p99: histogram.percentile(99) / 1e6, max: histogram.max / 1e6 });
    histogram.reset();
  });
  process.channel?.unref();
}
