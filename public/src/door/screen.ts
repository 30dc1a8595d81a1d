import type { Desk } from './desk.ts';

/** What is shown of a device. */
export interface DeviceScreen {
  /** No device yet: `use` takes the text of a code that was read or typed. */
  notSetUp: (use: (text: string) => Promise<void>) => void;
  /** A code was opened where it would be used up for nothing; `use` takes it all the same. */
  installFirst: (link: string, use: () => Promise<void>) => void;
  /** A code was opened on a device that is at work. */
  alreadySetUp: () => void;
  /** Another page of this browser is the device already. */
  elsewhere: () => void;
  open: (desk: Desk) => void;
  changed: (desk: Desk) => void;
  /** Revoked, or its last day is over; everything was forgotten but what is still to be sent. */
  over: (unsent: number) => void;
  failed: (error: unknown) => void;
}
