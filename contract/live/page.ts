export interface PageNews {
  /** Something this part of the page shows has changed; fetch it again in your own language, with your own rights. */
  'page:stale': (part: string) => void;
}
