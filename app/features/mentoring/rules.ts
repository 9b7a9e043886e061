/** Grows when the conduct rules change in meaning: everybody is asked again before their next step. */
export const RULES_VERSION = 1
