/** What a room gives to the command line: `npm run <name> -- <arguments>`. */
export interface CommandContribution {
  name: string
  /** @param say prints one line; @returns exit code, 0 when nothing is returned */
  run: (args: readonly string[], say: (line: string) => void) => Promise<number | void>
}

/** An account printed at start so that a new user can look around. */
export interface DemoAccount {
  /** Indonesian name of the role */
  role: string
  name: string
  /** mail address or NIP to sign in with */
  login: string
  password: string
}
