/** A command that is one check. */
export const ofCommand = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** Vitest's JSON report; a file that could not be loaded counts as one that failed, and so does a run that ended badly without saying why. */
export function ofVitest(report, code) {
  if (!report) return ofCommand(1)
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length
  return atLeastOne({ passed: report.numPassedTests, failed: report.numFailedTests + broken }, code)
}

/** Playwright's JSON report, in the same way. A test that passed only when tried again has failed. */
export function ofPlaywright(report, code) {
  if (!report) return ofCommand(1)
  const { expected, unexpected, flaky } = report.stats
  return atLeastOne({ passed: expected, failed: unexpected + flaky + report.errors.length }, code)
}

const atLeastOne = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
