/** Of the page: the server shows it beside each device. Set by the build. */
declare const ROSTRUM_VERSION: string;

export const VERSION: string = ROSTRUM_VERSION;
