/** What happens, or would happen, with one row of a staff file. */
export type Outcome = 'create' | 'change' | 'move' | 'same' | 'close' | 'check' | 'error'
export const outcomes: readonly Outcome[] = ['create', 'move', 'change', 'close', 'same', 'check', 'error']
