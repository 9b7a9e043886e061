/** How people may ask to be called; chosen by the person, never guessed. */
export const salutations = ['', 'Bu', 'Pak', 'Ibu', 'Bapak', 'Sdr.', 'Sdri.'] as const
