import usual from './playwright.config'

/** The pages' benchmark: against a server with many points that is already there. */
export default { ...usual, testDir: 'bench', outputDir: 'target/bench', timeout: 600_000, reporter: [['line']] as const }
