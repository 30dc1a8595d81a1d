/** Why it was refused. A promise that keeps its word fails the test. */
export async function rejection(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => {
      throw new Error('It was not refused');
    },
    (error: unknown) => error,
  );
}
