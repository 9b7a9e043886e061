/** What the tests use of the parser of calendar files. */
declare module 'ical.js' {
  interface Time { toJSDate(): Date }
  class Component {
    constructor(parsed: unknown)
    getFirstPropertyValue(name: string): unknown
    getAllSubcomponents(name: string): Component[]
  }
  class Event {
    constructor(component: Component)
    readonly uid: string
    readonly sequence: number
    readonly startDate: Time
    readonly endDate: Time
    readonly summary: string
    readonly location: string
    readonly description: string
  }
  const ICAL: { parse(text: string): unknown; Component: typeof Component; Event: typeof Event }
  export default ICAL
}
