/**
 * For a suite whose tests stand on one another: after the first failure the rest is skipped. Mocha's own `bail` of a
 * suite also leaves it out when another file has failed before, without a word.
 */
export function stepByStep(): void {
  let hasFailed = false;
  beforeEach('look whether the steps before have held', function skipAfterFailure() {
    if (hasFailed) this.skip();
  });
  afterEach('remember a failure', function rememberFailure() {
    hasFailed ||= this.currentTest?.state === 'failed';
  });
}
