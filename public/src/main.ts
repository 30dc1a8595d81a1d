import { allStarted, startModules, startNewcomers } from './lib/start.ts';
import { registry } from './modules/registry.ts';

startModules(document.documentElement, registry);
startNewcomers(document.documentElement, registry);
// What only a script can do (drag, keys on a drawing) works from now on.
void allStarted().then(() => (document.documentElement.dataset['alive'] = ''));
