import { expect, test } from 'vitest'
import { ofPlaywright, ofVitest } from './tally.mjs'

const file = (status: string, tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })

test('a file that cannot be loaded is a failure', () => {
  const report = { numPassedTests: 2, numFailedTests: 1, testResults: [file('passed', ['passed', 'passed']), file('failed', ['failed']), file('failed', [])] }
  expect(ofVitest(report, 1)).toEqual({ passed: 2, failed: 2 })
})

test('a run that ended badly without a failed test is a failure', () => {
  expect(ofVitest({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1)).toEqual({ passed: 3, failed: 1 })
  expect(ofVitest(null, 1)).toEqual({ passed: 0, failed: 1 })
})

test('a browser test that passed at the second try only has failed', () => {
  expect(ofPlaywright({ stats: { expected: 4, unexpected: 0, flaky: 1 }, errors: [] }, 0)).toEqual({ passed: 4, failed: 1 })
})
