/** SQL for milliseconds since 1970 of a timestamp column: pages carry numbers, not dates. */
export const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`
