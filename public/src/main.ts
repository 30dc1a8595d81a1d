import { startModules, startNewcomers } from './lib/start.ts';
import { registry } from './modules/registry.ts';

startModules(document.documentElement, registry);
startNewcomers(document.documentElement, registry);
