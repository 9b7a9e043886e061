/** Colours of carets and names: white words on them, and they on light and on dark paper, keep their contrast (4.5 and 3 to 1; a test holds it). */
export const sharedColours: readonly string[] = ['#1f7a8c', '#a34b8f', '#a8551b', '#3f74c9', '#5e7d1f', '#c53d2f', '#7d5fc4', '#2a8055', '#8a6a14', '#b8436b']

/** The same colour for a person on every page and day. */
export const sharedColour = (personId: number): string => sharedColours[personId % sharedColours.length] ?? '#1f7a8c'
