/** What a device makes by chance, once, to know a scan by. */
export const SCAN_ID = /^[\w-]{8,64}$/;
