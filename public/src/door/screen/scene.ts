/** What fills the screen, and what must end when something else does. */
export interface Scene {
  element: HTMLElement;
  leave: () => void;
  /** Something was done or heard. */
  draw?: () => void;
  /** Another language is spoken. */
  speak?: () => void;
}
