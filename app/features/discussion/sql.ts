/** SQL for milliseconds since 1970 of a timestamp column: pages carry numbers, not dates. */
export const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`

/** Of a thread `t`: nobody writes in it any more, locked by hand or because its time is over. */
export const isLocked = '(t.locked_at is not null or coalesce(t.closes_at <= now(), false))'
