/** Said by the page of a pass to what keeps it: keep it, and what it was drawn with. */
export interface KeepPass {
  assets: string[];
}
