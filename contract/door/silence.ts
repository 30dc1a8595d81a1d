/** After so long without a word a device that has scans to send is a matter for somebody of the office. */
export const SILENT_MS = 10 * 60_000;
