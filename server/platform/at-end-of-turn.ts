/** Asked for any number of times in one turn of the event loop, `work` runs once, when all that arrived is handled. */
export function atEndOfTurn(work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    setImmediate(() => {
      asked = false;
      work();
    });
  };
}
