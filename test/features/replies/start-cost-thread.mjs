// Plain JavaScript: a thread does not take over the TypeScript loader of the main thread, so it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./cost-thread.ts');
