export interface StageNews {
  /** The running item, a tick or a timer changed; whoever shows the stage fetches it again. */
  'stage:changed': (revision: number) => void;
}
