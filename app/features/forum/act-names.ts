/** Acts on a whole topic by the last word of their address: `/topik/12/pindah`. */
export const actNames = ['kunci', 'buka', 'sematkan', 'jeda', 'pindah', 'sembunyi', 'tampilkan', 'pecah', 'gabung'] as const
export type ActName = (typeof actNames)[number]

export const actNamed = (word: string | undefined): ActName | null => actNames.find(name => name === word) ?? null
/** minutes of slow mode that may be chosen; 0: none */
export const slowSteps: readonly number[] = [0, 1, 2, 5, 10, 30, 60, 240, 1_440]
