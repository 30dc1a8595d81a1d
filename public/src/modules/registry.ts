import type { Registry } from '../lib/start.ts';

/** The word in `data-module` and the file that holds the function; each file is loaded when a page needs it. */
export const registry: Registry = {
  'agenda-editor': async () => (await import('./agenda-editor.ts')).agendaEditor,
  'auto-submit': async () => (await import('./auto-submit.ts')).autoSubmit,
  confirm: async () => (await import('./confirm.ts')).confirmByTyping,
  connection: async () => (await import('./connection.ts')).connection,
  copy: async () => (await import('./copy.ts')).copy,
  dismiss: async () => (await import('./dismiss.ts')).dismiss,
  door: async () => (await import('./door.ts')).door,
  flash: async () => (await import('./flash.ts')).flash,
  greeting: async () => (await import('./greeting.ts')).greeting,
  headcount: async () => (await import('./headcount.ts')).headcount,
  invoke: async () => (await import('./invoke.ts')).invoke,
  'language-tabs': async () => (await import('./language-tabs.ts')).languageTabs,
  'letter-editor': async () => (await import('./letter-editor.ts')).letterEditor,
  'live-clock': async () => (await import('./live-clock.ts')).liveClock,
  'live-fragment': async () => (await import('./live-fragment.ts')).liveFragment,
  'name-errors': async () => (await import('./name-errors.ts')).nameErrors,
  'post-quietly': async () => (await import('./post-quietly.ts')).postQuietly,
  print: async () => (await import('./print.ts')).printSheet,
  'show-password': async () => (await import('./show-password.ts')).showPassword,
  'select-rows': async () => (await import('./select-rows.ts')).selectRows,
  'side-panel': async () => (await import('./side-panel.ts')).sidePanel,
  'stage-console': async () => (await import('./stage-console.ts')).stageConsole,
  'stage-timer': async () => (await import('./stage-timer.ts')).stageTimer,
  'theme-switch': async () => (await import('./theme-switch.ts')).themeSwitch,
};
