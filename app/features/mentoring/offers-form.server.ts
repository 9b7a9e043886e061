/** Everything typed, lists for fields that may stand there more than once. */
export function typedOf(form: FormData, lists: readonly string[]): { values: Record<string, string>; chosen: Record<string, string[]> } {
  const texts = [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return { values: Object.fromEntries(texts.filter(([name]) => !lists.includes(name))), chosen: Object.fromEntries(lists.map(name => [name, texts.filter(([key]) => key === name).map(([, value]) => value)])) }
}
export const offerLists = ['languages', 'competencies', 'forGroups', 'forUnits'] as const

interface OfferShown {
  title: string
  about: string
  expects: string
  form: string
  mode: string
  place: string
  link: string | null
  languages: readonly string[]
  tags: readonly string[]
  forGroups: readonly string[]
  forUnits: readonly number[]
  forPositions: readonly string[]
  capacity: number
  sessions: number
  minutes: number
}

/** An offer as its form shows it; tags that are competencies stand among the choices. */
export const offerValues = (offer: OfferShown, competencies: readonly string[]) => ({
  values: {
    title: offer.title, about: offer.about, expects: offer.expects, form: offer.form, mode: offer.mode, place: offer.place, link: offer.link ?? '', tags: offer.tags.filter(tag => !competencies.includes(tag)).join(', '),
    forPositions: offer.forPositions.join(', '), capacity: String(offer.capacity), sessions: String(offer.sessions), minutes: String(offer.minutes),
  } as Record<string, string>,
  chosen: { languages: [...offer.languages], competencies: offer.tags.filter(tag => competencies.includes(tag)), forGroups: [...offer.forGroups], forUnits: offer.forUnits.map(String) } as Record<string, string[]>,
})

interface ProfileShown {
  showPosition: boolean
  showHistory: boolean
  publicName: boolean
  learnerAbout: string
  languages: readonly string[]
  timeZone: string
  wants: readonly string[]
}

export const profileValues = (profile: ProfileShown, competencies: readonly string[]) => ({
  values: {
    learnerAbout: profile.learnerAbout, timeZone: profile.timeZone, wants: profile.wants.filter(tag => !competencies.includes(tag)).join(', '),
    ...(profile.showPosition ? { showPosition: '1' } : {}), ...(profile.showHistory ? { showHistory: '1' } : {}), ...(profile.publicName ? { publicName: '1' } : {}),
  } as Record<string, string>,
  chosen: { languages: [...profile.languages], competencies: profile.wants.filter(tag => competencies.includes(tag)) } as Record<string, string[]>,
})
