/** Where the topics of a tag stand. */
export const tagAddress = (tag: string): string => `/forum/tag/${encodeURIComponent(tag)}`
