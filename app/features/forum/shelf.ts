/** The key under which discussion and search know the list of a category's topics. */
export const shelfOf = (categoryId: number): string => `category:${categoryId}`

/** @returns null for the shelf of another room */
export function categoryOfShelf(shelf: string): number | null {
  const match = /^category:(\d+)$/.exec(shelf)
  return match ? Number(match[1]) : null
}
