/** Address of a person's picture. The key is random; the address says nothing of the person. */
export const photoUrl = (key: string | null): string | null => (key ? `/foto/${key}` : null)
