/** Addresses of regular discussions. A meeting itself is read at its topic's. */
export const seriesPath = (series: { id: number; slug: string }): string => `/forum/rutin/${series.id}/${series.slug}`
export const meetingPath = (topicId: number, act: string): string => `/rapat/${topicId}/${act}`
/** A calendar that subscribes to the series, with the secret of one person. */
export const seriesCalendarPath = (seriesId: number, secret: string): string => `/rutin/${seriesId}/langganan/${secret}/kalender.ics`
