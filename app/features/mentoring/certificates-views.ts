/** What was true when it was issued. No NIP, no date of birth; days "2026-11-29". */
export interface CertificateFacts {
  name: string
  title: string
  role: 'MENTOR' | 'LEARNER'
  /** the people on the other side */
  withNames: string[]
  form: string
  startsOn: string
  endsOn: string
  sessions: number
  minutes: number
  /** hours of learning by the rules then in force */
  jp: number
  goals: number
  goalsAchieved: number
  issuer: string
}

export interface CertificateView {
  number: string
  code: string
  facts: CertificateFacts
  /** milliseconds */
  issuedAt: number
  revoked: boolean
  /** whose it is: they may have it as a file */
  mine: boolean
}
