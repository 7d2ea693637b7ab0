const REASON = /\(skipped: (.+?)\)/;

/** Prints last what was skipped, grouped by reason, and the plain line `N passed, N failed, N skipped` that scripts read. */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const reasons = new Map();
    for (const file of results.testResults) {
      for (const outcome of file.testResults.filter(isSkipped)) {
        const reason = REASON.exec(outcome.fullName)?.[1] ?? 'no reason given';
        reasons.set(reason, [...(reasons.get(reason) ?? []), outcome.fullName.replace(REASON, '').replace(/ {2,}/g, ' ')]);
      }
    }
    const groups = [...reasons].map(([reason, names]) => [`Skipped, ${reason}: ${names.length}`, ...names.map((name) => `  ${name}`)]);
    const skipped = results.numPendingTests + results.numTodoTests;
    // A file that could not even be loaded holds no tests: it still counts as one failure.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const closing = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
    // Jest's own summary comes after every reporter; only the end of the process comes after that.
    process.once('exit', () => process.stdout.write(`${[...groups.flat(), closing].join('\n')}\n`));
  }
};

function isSkipped(outcome) {
  return outcome.status === 'pending' || outcome.status === 'todo' || outcome.status === 'skipped';
}
